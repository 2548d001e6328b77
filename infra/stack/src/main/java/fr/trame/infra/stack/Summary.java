package fr.trame.infra.stack;

import fr.trame.infra.stack.part.Painter;
import fr.trame.infra.stack.part.Realm;
import fr.trame.infra.stack.setting.Part;
import java.time.Duration;
import java.util.Locale;

/** What one wants to know when everything is ready: the address, who to sign in as, where the logs are. */
final class Summary {

    private Summary() {}

    static String of(Plan plan, Duration took, boolean detached) {
        var text = new StringBuilder("\n");
        if (plan.wanted().contains(Part.APP)) {
            line(text, "Trame is ready", plan.site().variables().getOrDefault("TRAME_PUBLIC_URL", ""));
        } else {
            line(text, "Ready", "every part but the application");
        }
        line(text, "Took", String.format(Locale.ROOT, "%.0f s", took.toMillis() / 1000.0));
        if (plan.withDemo() && plan.wanted().contains(Part.KEYCLOAK)) {
            accounts(text);
        }
        line(text, "Scans", scans(plan));
        line(text, "Previews", previews(plan));
        line(text, "Antivirus", antivirus(plan));
        line(text, "Logs", plan.home().logs().toString());
        line(text, "Environment", plan.home().appEnv().toString());
        line(text, "Stop", detached ? "infra/down" : "Ctrl-C");
        return text.toString();
    }

    private static String antivirus(Plan plan) {
        if (plan.external().parts().contains(Part.ANTIVIRUS)) {
            return "elsewhere";
        }
        return plan.wanted().contains(Part.ANTIVIRUS)
                ? "ClamAV, which knows the harmless test file and nothing else"
                : "none: no `clamd` on the PATH (Debian: clamav-daemon), or it was not to be started";
    }

    private static String previews(Plan plan) {
        if (plan.external().parts().contains(Part.PAINTER)) {
            return "made elsewhere";
        }
        if (!plan.wanted().contains(Part.PAINTER)) {
            return "none: their painter was not to be started";
        }
        return Painter.opensOffice()
                ? "of office files too, by LibreOffice"
                : "of PDFs and pictures; of office files the text is shown: no `soffice` on the PATH (Debian:"
                        + " libreoffice-writer-nogui, libreoffice-calc-nogui, libreoffice-impress-nogui)";
    }

    private static String scans(Plan plan) {
        if (plan.external().parts().contains(Part.RECOGNISER)) {
            return "read elsewhere";
        }
        return plan.wanted().contains(Part.RECOGNISER)
                ? "read by " + plan.wishes().installed().tesseract().title()
                : "found by name only: " + plan.wishes().installed().tesseract().why();
    }

    private static void accounts(StringBuilder text) {
        for (var account : Realm.accounts()) {
            line(
                    text,
                    "Sign in as",
                    String.format(
                            Locale.ROOT, "%-17s %-18s %s", account.username(), account.password(), account.title()));
        }
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append(String.format(Locale.ROOT, "  %-15s %s%n", what, value));
    }
}
