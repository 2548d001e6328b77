package fr.trame.infra.demo;

import fr.trame.infra.demo.DemoFiche.Funding;
import fr.trame.infra.demo.DemoTenant.DemoWorkspace;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a contract or of a table that are the fiches themselves, in the notation of documents. */
final class Annexes {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRENCH);
    private static final Map<String, String> ROLES = Map.of(
            "PARTENAIRE", "partenaire",
            "COFINANCEUR", "cofinanceur",
            "EXPERT", "expert",
            "BENEFICIAIRE", "bénéficiaire",
            "SOUS_TRAITANT", "sous-traitant");
    private static final String HEAD = "| %s | Année | Prévu | Demandé | Accordé | Payé |%n";

    private final DemoTenant tenant;

    Annexes(DemoTenant tenant) {
        this.tenant = tenant;
    }

    /**
     * Writes what a mark in a text stands for.
     *
     * @param what {@code fiches} or {@code funding}
     * @param workspace code of one, all when there is none
     */
    String of(String what, @Nullable String workspace) {
        var chosen = tenant.workspaces().stream()
                .filter(each -> workspace == null || each.code().equals(workspace.strip()))
                .toList();
        return what.equals("fiches") ? fiches(chosen) : funding(chosen);
    }

    private String fiches(List<DemoWorkspace> workspaces) {
        var fiches = workspaces.stream().flatMap(each -> each.fiches().stream()).toList();
        return IntStream.range(0, fiches.size())
                .mapToObj(i -> fiche(i + 1, fiches.get(i)))
                .collect(Collectors.joining("\n"));
    }

    private String fiche(int number, DemoFiche fiche) {
        var partners = fiche.partners().entrySet().stream()
                .map(each -> each.getKey() + " (" + ROLES.get(each.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return Stream.of(
                        "===",
                        "## Annexe " + number + ". " + fiche.title(),
                        "Porteur\u00a0: " + fiche.lead() + ". Avec\u00a0: " + partners + ".",
                        "Calendrier\u00a0: du " + day(fiche.start()) + " au " + day(fiche.end()) + ".",
                        "Contexte\u00a0: " + fiche.context(),
                        "Objectifs\u00a0: " + fiche.objectives(),
                        "Contenu\u00a0: " + fiche.description(),
                        HEAD.formatted("Financeur (" + tenant.currency() + ")").strip() + "\n" + rows(fiche.funding()))
                .collect(Collectors.joining("\n\n"));
    }

    private static String rows(List<Funding> funding) {
        return funding.stream().map(row -> row(row.funder(), row)).collect(Collectors.joining("\n"));
    }

    private String funding(List<DemoWorkspace> workspaces) {
        return workspaces.stream().map(Annexes::sheet).collect(Collectors.joining("\n"));
    }

    private static String sheet(DemoWorkspace workspace) {
        var rows = workspace.fiches().stream()
                .flatMap(fiche ->
                        fiche.funding().stream().map(row -> "| " + fiche.title() + " " + row(row.funder(), row)))
                .collect(Collectors.joining("\n"));
        return "## " + workspace.name() + "\n| Fiche action " + HEAD.formatted("Financeur") + rows + "\n";
    }

    private static String row(String first, Funding row) {
        return "| %s | %d | %d | %d | %d | %d |"
                .formatted(first, row.year(), row.planned(), row.requested(), row.granted(), row.paid());
    }

    private static String day(LocalDate date) {
        return (date.getDayOfMonth() == 1 ? "1er " : date.getDayOfMonth() + " ") + MONTH.format(date);
    }
}
