package fr.trame.app.retention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rules a tenant begins with, by programme. Each is a suggestion that the tenant's administrator confirms or changes;
 * those that follow a text name it:
 *
 * <ul>
 *   <li>balance sheets, in France: ten years, as article L123-22 of the Code de commerce asks for accounting documents and
 *       what proves them;
 *   <li>agreements, quotes, business plans, letters of commitment and bank details, in France: ten years, as article 12 of
 *       Regulation (EU) 651/2014 asks of those who grant aid for the records about it, counted here from the closing of
 *       the dossier, which comes later than the grant.
 * </ul>
 *
 * All others (deliberations, minutes, articles of association, register extracts, what has no kind, and everything in the
 * Moroccan programme) follow no text: they are what seemed sensible, for the tenant to set.
 */
final class Defaults {

    private static final String ACCOUNTS = "retention.source.accounts";
    private static final String AID = "retention.source.aid";

    private static final List<RetentionRule> ANYWHERE = List.of(
            rule("DELIBERATION", 10, StartEvent.DOSSIER_CLOSED, FinalSort.KEEP),
            rule("CONVENTION", 10, StartEvent.DOSSIER_CLOSED, FinalSort.KEEP),
            rule("COMPTE_RENDU", 10, StartEvent.DOSSIER_CLOSED, FinalSort.KEEP),
            rule("DEVIS", 10, StartEvent.DOSSIER_CLOSED, FinalSort.DESTROY),
            rule("BUSINESS_PLAN", 10, StartEvent.DOSSIER_CLOSED, FinalSort.SORT),
            rule("BILAN", 10, StartEvent.DOCUMENT_RECEIVED, FinalSort.DESTROY),
            rule("STATUTS", 5, StartEvent.DOSSIER_CLOSED, FinalSort.DESTROY),
            rule("KBIS", 1, StartEvent.PIECE_EXPIRED, FinalSort.DESTROY),
            rule("RIB", 10, StartEvent.DOSSIER_CLOSED, FinalSort.DESTROY),
            rule("LETTRE_ENGAGEMENT", 10, StartEvent.DOSSIER_CLOSED, FinalSort.DESTROY),
            rule("", 10, StartEvent.DOSSIER_CLOSED, FinalSort.SORT));

    private static final Map<String, String> FRENCH_SOURCES = Map.of(
            "BILAN", ACCOUNTS,
            "CONVENTION", AID,
            "DEVIS", AID,
            "BUSINESS_PLAN", AID,
            "LETTRE_ENGAGEMENT", AID,
            "RIB", AID);

    private Defaults() {}

    /** @return the rule of each kind, by its code; that of "" stands for kinds that have none */
    static Map<String, RetentionRule> of(String programme) {
        var sources = programme.equals("TI_2018") ? FRENCH_SOURCES : Map.<String, String>of();
        return ANYWHERE.stream()
                .map(rule -> new RetentionRule(
                        rule.kind(),
                        rule.months(),
                        rule.start(),
                        rule.sort(),
                        false,
                        sources.getOrDefault(rule.kind(), "")))
                .collect(Collectors.toMap(RetentionRule::kind, rule -> rule, (one, other) -> one, HashMap::new));
    }

    private static RetentionRule rule(String kind, int years, StartEvent start, FinalSort sort) {
        return new RetentionRule(kind, years * 12, start, sort, false, "");
    }
}
