package fr.trame.app.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody in front of a browser. Each page that somebody comes to is looked at in both themes by axe, and its words are
 * read. What is found there, and what the browser complains about (scripts, policies, failed requests), is held against
 * the product when the person leaves, so that one journey tells all of it.
 */
final class Visitor {

    static final int WIDE = 1440;
    static final int HIGH = 900;

    private static final int TIMEOUT_MILLIS = 30_000;

    /** What was looked at in this run, by the names of the pages: looking again would find the same. */
    private static final Set<String> INSPECTED = new HashSet<>();

    private static final Map<String, List<Cookie>> SESSIONS = new HashMap<>();

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private boolean lineIsCut;

    Visitor(Chromium chromium) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("fr-FR")
                        .setTimezoneId("Europe/Paris")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(WIDE, HIGH));
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        page = context.newPage();
        page.onPageError(error -> complaints.add("exception at " + page.url() + ": " + error));
        page.onConsoleMessage(this::hear);
        page.onResponse(this::hear);
    }

    /** The browser says on the console what it refuses to load or run, and what was answered with an error. */
    private void hear(ConsoleMessage message) {
        var noted = message.text().contains("status of 4")
                || (lineIsCut && message.text().contains("net::ERR_"));
        var expected =
                noted && refused.stream().anyMatch(address -> message.location().startsWith(address));
        if (message.type().equals("error") && !expected) {
            complaints.add("console at " + page.url() + ": " + message.text() + " " + message.location());
        }
    }

    private void hear(Response response) {
        if (response.status() >= 500) {
            complaints.add(response.status() + " from " + response.url());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** @return the status of the answer */
    int go(String path) {
        var answer = page.navigate(Product.url(path));
        return answer == null ? 0 : answer.status();
    }

    /** Goes where the answer is no: the browser's own note of that is no complaint. */
    int goRefused(String path) {
        expectRefusal(path);
        return go(path);
    }

    /** @param path the beginning of the addresses that may answer that they refuse */
    Visitor expectRefusal(String path) {
        refused.add(Product.url(path));
        return this;
    }

    /** @param path the beginning of the addresses that are reached or not, as the test's own line has it */
    Visitor expectCuts(String path) {
        lineIsCut = true;
        return expectRefusal(path);
    }

    /** Comes to the product and signs in where it sends people to. */
    Visitor signIn(String account) {
        go("/");
        new SignInPage(this).signIn(account);
        return this;
    }

    /** Comes as somebody who signed in before in this run, and leaves as one who stays signed in. */
    Visitor as(String account) {
        context.addCookies(SESSIONS.getOrDefault(account, List.of()));
        go("/");
        if (!page.url().startsWith(Product.url("/"))) {
            new SignInPage(this).signIn(account);
            SESSIONS.put(account, context.cookies());
        }
        return this;
    }

    /**
     * The page is there: waits for its title of the first order and looks at it, once for each name, and once more when
     * there is a message on it.
     */
    Locator arrive(String name) {
        var title = page.locator("h1").first();
        title.waitFor();
        var state = page.locator(".t-notices .t-notice").count() > 0 ? name + ", with a message" : name;
        if (INSPECTED.add(state)) {
            Inspection.of(page).forEach(each -> complain(state, each));
            Wording.of(page).forEach(each -> complain(state, each));
        }
        return title;
    }

    void complain(String where, String what) {
        complaints.add(where + ": " + what);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator main() {
        return page.locator("main");
    }

    /** Waits until the address is that one, a pattern of the path. */
    void awaitPath(String path) {
        page.waitForURL(Pattern.compile("^" + Pattern.quote(Product.url("")) + path + "(?:[?#].*)?$"));
    }

    /** @return the address inside the product */
    String path() {
        return page.url().substring(Product.url("").length());
    }

    /** @return what is wrong with the pages so far */
    List<String> complaints() {
        return complaints;
    }

    /** @return what was wrong with the pages */
    List<String> leave() {
        context.close();
        return complaints;
    }
}
