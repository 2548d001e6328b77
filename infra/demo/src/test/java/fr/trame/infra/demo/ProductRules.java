package fr.trame.infra.demo;

import java.util.Map;
import java.util.Set;

/** What the product accepts, as far as the demonstration meets it. */
final class ProductRules {

    static final Map<String, Set<String>> MOVES = Map.of(
            "DRAFT", Set.of("IN_CONSULTATION", "SUBMITTED"),
            "IN_CONSULTATION", Set.of("DRAFT", "SUBMITTED"),
            "SUBMITTED", Set.of("CHANGES_REQUESTED", "VALIDATED"),
            "CHANGES_REQUESTED", Set.of("SUBMITTED"),
            "VALIDATED", Set.of("CONTRACTED", "CHANGES_REQUESTED", "CLOSED"),
            "CONTRACTED", Set.of("CLOSED"),
            "CLOSED", Set.of("ARCHIVED"),
            "ARCHIVED", Set.of());
    static final Set<String> BY_AUTHORS = Set.of("DRAFT", "IN_CONSULTATION", "SUBMITTED");
    static final Set<String> PARTNER_ROLES =
            Set.of("PARTENAIRE", "COFINANCEUR", "EXPERT", "BENEFICIAIRE", "SOUS_TRAITANT");
    static final Set<String> KINDS = Set.of(
            "COLLECTIVITE",
            "ENTREPRISE",
            "GROUPEMENT",
            "ASSOCIATION",
            "FEDERATION",
            "ETABLISSEMENT_FORMATION",
            "OPERATEUR",
            "ETAT",
            "REGION");
    static final Set<String> PHASES = Set.of("IDEA", "STUDY", "OPERATION");
    static final Set<String> PHASE_STATUSES =
            Set.of("UPCOMING", "IN_PROGRESS", "ON_HOLD", "BLOCKED", "ABANDONED", "COMPLETED");
    static final Set<String> PRIORITIES = Set.of("HIGH", "MEDIUM", "LOW");

    /** The accounts of each tenant that may write, and whether they may decide and open workspaces too. */
    static final Map<String, Map<String, Boolean>> WRITERS = Map.of(
            "auvergne-rhone-alpes",
            Map.of("presidence", true, "chef-projet", true, "entreprise", false, "admin-ara", true),
            "hauts-de-france",
            Map.of("hdf-presidence", true, "hdf-chef-projet", true),
            "fimme",
            Map.of("fimme-direction", true, "fimme-admin", true, "fimme-entreprise", false, "etat", true));

    private ProductRules() {}
}
