package fr.trame.admin.provisioning;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A tenant as its row says. */
public record Tenant(UUID id, String alias, String state, Properties properties) {

    /** What the operator chose when the tenant was created. */
    public record Properties(String name, String kind, String programme, String currency, String accent) {

        /** Where the operator asks for something else than there is, in the words of the options. */
        List<String> differences(Properties asked) {
            return Stream.of(
                            difference("--name", name, asked.name),
                            difference("--kind", kind, asked.kind),
                            difference("--programme", programme, asked.programme),
                            difference("--currency", currency, asked.currency),
                            difference("--accent", accent, asked.accent))
                    .filter(text -> !text.isEmpty())
                    .toList();
        }

        private static String difference(String option, String existing, String asked) {
            return existing.equals(asked) ? "" : option + " '" + existing + "' (you gave '" + asked + "')";
        }
    }
}
