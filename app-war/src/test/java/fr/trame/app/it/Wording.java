package fr.trame.app.it;

import com.microsoft.playwright.Page;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a page: nothing is left of the keys of the bundles, and what the product says in the other language only is not
 * said here. What people wrote is theirs, in whatever language.
 */
final class Wording {

    private static final String BUNDLE = "fr.trame.app.Messages";
    private static final ResourceBundle FRENCH = ResourceBundle.getBundle(BUNDLE, Locale.FRENCH);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);

    /** Said by the parts the product is made of when nobody translated them. */
    private static final Set<String> ENGLISH_OF_PARTS = Set.of(
            "sign in",
            "sign out",
            "log in",
            "log out",
            "username",
            "password",
            "email",
            "username or email",
            "search",
            "save",
            "cancel",
            "edit",
            "delete",
            "close",
            "next",
            "previous",
            "first page",
            "last page",
            "next page",
            "previous page",
            "loading",
            "error",
            "required",
            "no records found.",
            "choose",
            "upload",
            "show password");

    private static final Pattern KEY = Pattern.compile("[a-zA-Z]+(?:\\.[a-zA-Z]+){2,}");

    private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

    private static final String TEXTS =
            """
            () => {
                const texts = new Set();
                const spoken = (element) => element.closest("[lang]") === document.documentElement
                    && !element.closest("script, style, textarea, .t-avatar");
                const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    if (spoken(walker.currentNode.parentElement)) {
                        texts.add(walker.currentNode.data.trim());
                    }
                }
                for (const name of ["aria-label", "title", "placeholder", "alt"]) {
                    for (const element of document.querySelectorAll(`[${name}]`)) {
                        if (spoken(element)) {
                            texts.add(element.getAttribute(name).trim());
                        }
                    }
                }
                texts.delete("");
                return Array.from(texts);
            }""";

    private Wording() {}

    /** @return what should not be there, in words; empty when nothing is */
    static List<String> of(Page page) {
        var found = new ArrayList<String>();
        var french = !"en".equals(page.locator("html").getAttribute("lang"));
        var foreign = french ? onlyIn(ENGLISH, FRENCH) : onlyIn(FRENCH, ENGLISH);
        for (var text : (List<?>) page.evaluate(TEXTS)) {
            var said = String.valueOf(text);
            if (said.contains("???")
                    || FRENCH.containsKey(said)
                    || KEY.matcher(said).matches()) {
                found.add("an untranslated key: " + said);
            } else if (foreign.contains(said) || (french && ENGLISH_OF_PARTS.contains(said.toLowerCase(Locale.ROOT)))) {
                found.add("said in the other language: " + said);
            }
        }
        return found;
    }

    /** @return what the product says there, in that language */
    static String of(Locale locale, String key, Object... arguments) {
        var words = (locale.equals(Locale.ENGLISH) ? ENGLISH : FRENCH).getString(key);
        return arguments.length == 0 ? words : new MessageFormat(words, locale).format(arguments);
    }

    /** @return whole sentences and words that the one bundle has and the other has nowhere */
    private static Set<String> onlyIn(ResourceBundle one, ResourceBundle other) {
        var said = new HashSet<String>();
        one.keySet().forEach(key -> said.add(one.getString(key)));
        other.keySet().forEach(key -> said.remove(other.getString(key)));
        said.removeIf(each -> !WORD.matcher(each).find());
        return said;
    }
}
