package fr.trame.app.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a person chose for this browser: language, theme, shortcuts. Held in cookies, so that it counts before sign-in
 * and the page comes right from the server, without a flash. Only the values listed here are believed.
 */
@Named
@RequestScoped
public class Preferences {

    static final Map<String, List<String>> CHOICES = Map.of(
            "lang", List.of("fr", "en"),
            "theme", List.of("system", "light", "dark"),
            "shortcuts", List.of("on", "off"));

    /** @return the language chosen, or the one given, which the browser asks for */
    static Locale language(FacesContext faces, Locale asked) {
        var chosen = chosen(faces, "lang", "");
        return chosen.isEmpty() ? asked : Locale.forLanguageTag(chosen);
    }

    /** @return the language chosen, else the one the browser asks for if it is spoken here, else French */
    public static Locale language(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(each -> each.getName().equals("lang"))
                .map(Cookie::getValue)
                .filter(each -> CHOICES.getOrDefault("lang", List.of()).contains(each))
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(request.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH);
    }

    /** @return {@code system}, {@code light} or {@code dark} */
    public String getTheme() {
        return chosen(FacesContext.getCurrentInstance(), "theme", "system");
    }

    /** @return {@code on} or {@code off}; a single key as a shortcut can be in the way of speech input */
    public String getShortcuts() {
        return chosen(FacesContext.getCurrentInstance(), "shortcuts", "on");
    }

    /** @return the address the browser shows, with its query: where a choice leads back to */
    public String getBack() {
        var faces = FacesContext.getCurrentInstance().getExternalContext();
        var request = (HttpServletRequest) faces.getRequest();
        var forwarded = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        var query = forwarded == null
                ? request.getQueryString()
                : (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        var address = forwarded == null ? request.getRequestURI() : forwarded;
        return query == null ? address : address + "?" + query;
    }

    private static String chosen(FacesContext faces, String name, String otherwise) {
        var value = faces.getExternalContext().getRequestCookieMap().get(name) instanceof Cookie cookie
                ? cookie.getValue()
                : "";
        return CHOICES.getOrDefault(name, List.of()).contains(value) ? value : otherwise;
    }
}
