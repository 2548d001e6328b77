package fr.trame.app.it;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at a page as axe does, by the rules of WCAG 2.2 AA, in the light and in the dark. */
final class Inspection {

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");
    private static final int ENOUGH = 5;

    /** Colours that change take some frames to reach each element; an unfinished picture would be judged. */
    private static final String SETTLE =
            """
            async () => {
                const frame = () => new Promise((done) => requestAnimationFrame(done));
                const moving = () => document.getAnimations().some((each) => each.playState === "running");
                for (let frames = 0, still = 0; frames < 120 && still < 3; frames++) {
                    await frame();
                    still = moving() ? 0 : still + 1;
                }
            }""";

    private Inspection() {}

    /** @return what is wrong, in words; empty when nothing is */
    static List<String> of(Page page) {
        var found = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            settle(page);
            var violations = new AxeRunOptions();
            violations.setResultTypes(List.of("violations")); // of what is well, nothing is collected
            new AxeBuilder(page)
                    .options(violations)
                    .withTags(WCAG_22_AA)
                    .setLegacyMode(true) // there are no frames, for which it would open a page of its own
                    .analyze()
                    .getViolations()
                    .forEach(each -> found.add("not accessible, " + scheme + ": " + words(each)));
        }
        return found;
    }

    /** Waits until nothing moves and no colour changes any more. */
    static void settle(Page page) {
        page.evaluate(SETTLE);
    }

    private static String words(Rule violation) {
        var places = violation.getNodes().stream()
                .limit(ENOUGH)
                .map(Inspection::place)
                .collect(Collectors.joining("\n    "));
        return violation.getId() + ", " + violation.getHelp() + " ("
                + violation.getNodes().size() + ")\n    " + places;
    }

    private static String place(CheckedNode node) {
        return node.getTarget() + " " + node.getHtml() + " "
                + node.getFailureSummary().replaceAll("\\s+", " ");
    }
}
