package fr.trame.infra.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.infra.demo.DemoTenant.DemoOrganisation;
import fr.trame.infra.demo.DemoTenant.DemoWorkspace;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The data is what the product accepts: a fault shows here, not half-way through a load. */
class DemoDataTest {

    /** A fiche and where it stands. */
    record Placed(DemoTenant tenant, DemoWorkspace workspace, DemoFiche fiche) {

        @Override
        public String toString() {
            return workspace.code() + " " + fiche.title();
        }
    }

    static List<DemoTenant> tenants() throws IOException {
        return DemoData.tenants();
    }

    static List<Placed> fiches() throws IOException {
        return tenants().stream()
                .flatMap(tenant -> tenant.workspaces().stream().flatMap(workspace -> workspace.fiches().stream()
                        .map(fiche -> new Placed(tenant, workspace, fiche))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void workspacesAndOrganisationsCanBeMade(DemoTenant tenant) {
        var codes = tenant.workspaces().stream().map(DemoWorkspace::code).toList();
        assertUnique(codes);
        codes.forEach(code -> assertTrue(code.matches("[A-Z0-9]{2,12}"), code));
        assertUnique(tenant.organisations().stream().map(DemoOrganisation::name).toList());
        tenant.organisations().forEach(each -> {
            assertLength(each.name(), 1, 200);
            assertTrue(ProductRules.KINDS.contains(each.kind()), each.kind());
        });
        assertTrue(writers(tenant).getOrDefault(tenant.administrator(), false));
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void dossiersCanBeOpenedAndFilled(DemoTenant tenant) {
        for (var workspace : tenant.workspaces()) {
            assertTrue(workspace.dossiers().size() >= 2, workspace.code());
            assertUnique(workspace.dossiers().stream()
                    .map(DemoTenant.DemoDossier::name)
                    .toList());
            for (var dossier : workspace.dossiers()) {
                assertLength(dossier.name(), 1, 200);
                assertLength(dossier.description(), 1, 2000);
                assertTrue(writers(tenant).containsKey(dossier.by()), dossier.by());
                assertFalse(dossier.documents().isEmpty(), dossier.name());
                assertUnique(dossier.documents().stream()
                        .map(DemoTenant.DemoDocument::name)
                        .toList());
                dossier.documents().forEach(each -> assertTrue(writers(tenant).containsKey(each.by()), each.name()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fiches")
    void textsAreAsLongAsTheyMayBe(Placed placed) {
        var fiche = placed.fiche();
        assertLength(fiche.title(), 1, 300);
        assertLength(fiche.context(), 40, 10_000);
        assertLength(fiche.objectives(), 40, 10_000);
        assertLength(fiche.description(), 40, 20_000);
        assertFalse(fiche.end().isBefore(fiche.start()));
    }

    @ParameterizedTest
    @MethodSource("fiches")
    void codesAreThoseOfTheProgramme(Placed placed) throws IOException {
        var fiche = placed.fiche();
        var programmes = Programmes.read();
        var axes = programmes.axesOf(placed.tenant().programme());
        assertTrue(axes.contains(fiche.axis()), fiche.axis());
        assertTrue(axes.containsAll(fiche.needs()), fiche.needs().toString());
        assertTrue(fiche.needs().contains(fiche.axis()), "the axis is one of the needs");
        var measures = programmes.measuresOf(Set.copyOf(fiche.needs()));
        assertTrue(measures.containsAll(fiche.measures()), fiche.measures().toString());
        assertAll(
                () -> assertTrue(ProductRules.PHASES.contains(fiche.phase()), fiche.phase()),
                () -> assertTrue(ProductRules.PHASE_STATUSES.contains(fiche.phaseStatus()), fiche.phaseStatus()),
                () -> assertTrue(ProductRules.PRIORITIES.contains(fiche.priority()), fiche.priority()));
    }

    @ParameterizedTest
    @MethodSource("fiches")
    void leadAndPartnersAreKnown(Placed placed) {
        var names = placed.tenant().organisations().stream()
                .map(DemoOrganisation::name)
                .collect(Collectors.toSet());
        var fiche = placed.fiche();
        assertTrue(names.contains(fiche.lead()), fiche.lead());
        fiche.partners().forEach((name, role) -> {
            assertTrue(names.contains(name), name);
            assertTrue(ProductRules.PARTNER_ROLES.contains(role), role);
        });
    }

    @ParameterizedTest
    @MethodSource("fiches")
    void moneyIsPlannedBeforeItIsAskedForGrantedAndPaid(Placed placed) {
        var rows = placed.fiche().funding();
        assertUnique(rows.stream().map(row -> row.funder() + " " + row.year()).toList());
        for (var row : rows) {
            assertTrue(row.planned() >= row.requested(), row.toString());
            assertTrue(row.requested() >= row.granted(), row.toString());
            assertTrue(row.granted() >= row.paid() && row.paid() >= 0, row.toString());
            assertTrue(row.year() >= 2018 && row.year() <= 2035, row.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("fiches")
    void movesAreAllowedToThoseWhoMakeThem(Placed placed) {
        var writers = writers(placed.tenant());
        var fiche = placed.fiche();
        assertTrue(writers.containsKey(fiche.by()), fiche.by());
        var state = "DRAFT";
        for (var move : fiche.path()) {
            var next = Objects.requireNonNull(ProductRules.MOVES.get(state));
            assertTrue(next.contains(move.getKey()), state + " to " + move.getKey());
            assertTrue(writers.containsKey(move.getValue()), move.getValue() + " does not write here");
            var decides = writers.getOrDefault(move.getValue(), false);
            assertTrue(decides || ProductRules.BY_AUTHORS.contains(move.getKey()), move.toString());
            state = move.getKey();
        }
    }

    @Test
    void everyStateIsSeenAndSomeFichesAreLateOrDueSoon() throws IOException {
        var region = tenants().get(0);
        var fiches = fiches().stream()
                .filter(each -> each.tenant().tenant().equals(region.tenant()))
                .toList();
        var states = fiches.stream().map(each -> state(each.fiche())).collect(Collectors.toSet());
        assertEquals(ProductRules.MOVES.keySet(), states);
        var open = fiches.stream()
                .map(Placed::fiche)
                .filter(each -> !Set.of("COMPLETED", "ABANDONED").contains(each.phaseStatus()))
                .toList();
        assertTrue(
                open.stream().filter(each -> each.end().isBefore(region.asOf())).count() >= 4);
        assertTrue(open.stream()
                        .filter(each -> each.end().isAfter(region.asOf())
                                && each.end().isBefore(region.asOf().plusDays(60)))
                        .count()
                >= 3);
    }

    @Test
    void titlesAreUniqueBecauseTheyTellWhatIsThereAlready() throws IOException {
        assertUnique(fiches().stream()
                .map(each -> each.workspace().code() + each.fiche().title())
                .toList());
    }

    private static String state(DemoFiche fiche) {
        return Stream.concat(Stream.of("DRAFT"), fiche.path().stream().map(Map.Entry::getKey))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static Map<String, Boolean> writers(DemoTenant tenant) {
        return Objects.requireNonNull(ProductRules.WRITERS.get(tenant.tenant()));
    }

    private static void assertUnique(Collection<String> values) {
        assertEquals(values.size(), new HashSet<>(values).size(), values::toString);
    }

    private static void assertLength(String text, int least, int most) {
        assertTrue(text.length() >= least && text.length() <= most, text);
    }
}
