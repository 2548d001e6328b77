package fr.trame.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each house rule fails on its guilty sample: a rule that nobody saw failing may guard nothing. */
class ArchitectureGuiltTest {

    /** For each rule what it must find, and nothing else: words that stand in exactly one of its complaints. */
    private static final Map<String, Set<String>> GUILTY = Map.ofEntries(
            Map.entry(
                    "the table of who may know whom",
                    Set.of("KnowsFiche", "HalfOfACircle", "KnowsForeignPages", "KnowsFrame")),
            Map.entry("no circles", Set.of("HalfOfACircle")),
            Map.entry("Faces only in web", Set.of("SpeaksFaces")),
            Map.entry("REST only in api", Set.of("SpeaksRest")),
            Map.entry("doors open outwards", Set.of("KnowsForeignPages", "KnowsFrame")),
            Map.entry("foreign products stay in their folder", Set.of("NamesMinio", "NamesNimbus")),
            Map.entry("adapters are wired by CDI", Set.of("NamesTheAdapter")),
            Map.entry("doors do not touch the database", Set.of("FicheLostBacking", "ReadsRows")),
            Map.entry("no door without a permission", Set.of("Unguarded.open", "Unguarded.ajar", "Unguarded.observed")),
            Map.entry(
                    "transactions only through a boundary", Set.of("OwnTransaction>", "OwnTransactionInMethod.write")),
            Map.entry("no bean outside of CDI", Set.of("SessionBean", "Locator")),
            Map.entry("no empty names", Set.of("FicheHelper")),
            Map.entry("no network in a transaction", Set.of("StoresInside", "StoresBehind")),
            Map.entry("entities do not know the tenant", Set.of("Tenanted.tenantId", "Tenanted.hidden")),
            Map.entry("each package says what it is for", Set.of("KnowsFiche", "NotInTheTable")),
            Map.entry("each backing has its mirror page", Set.of("FicheLostBacking")));

    private static JavaClasses guilty;

    @BeforeAll
    static void readTheSamples() {
        guilty = House.guilty();
    }

    @Test
    void eachRuleHasItsGuiltySample() {
        assertEquals(House.rules(House.ROOT).keySet(), GUILTY.keySet());
    }

    @TestFactory
    Stream<DynamicTest> theRuleFindsItsGuiltySample() {
        return House.rules(House.GUILTY_ROOT).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    var found =
                            rule.getValue().evaluate(guilty).getFailureReport().getDetails();
                    for (var culprit : GUILTY.getOrDefault(rule.getKey(), Set.of("a sample"))) {
                        assertTrue(
                                found.stream().anyMatch(each -> each.contains(culprit)),
                                () -> culprit + " was not found, only " + found);
                    }
                }));
    }

    @Test
    void whatIsAllowedIsNotFound() {
        var found = House.rules(House.GUILTY_ROOT).values().stream()
                .flatMap(rule -> rule.evaluate(guilty).getFailureReport().getDetails().stream())
                .toList();
        for (var innocent : List.of("Unguarded.allowed", "Carrier reaches")) {
            assertTrue(found.stream().noneMatch(each -> each.contains(innocent)), innocent);
        }
    }

    @Test
    void aFolderMissingInTheTableOrInTheCodeIsFound() {
        var gaps = WhoMayKnowWhom.TABLE.gaps(House.capabilities(guilty, House.GUILTY_ROOT));
        assertTrue(gaps.stream().anyMatch(gap -> gap.startsWith("stray holds classes")), gaps::toString);
        assertTrue(gaps.stream().anyMatch(gap -> gap.startsWith("audit is in the table")), gaps::toString);
    }

    @Test
    void aTableThatAllowsACircleIsRefused() {
        var upwards = List.of(
                WhoMayKnowWhom.row("core", "workspace", "fiche"), WhoMayKnowWhom.row("core", "fiche", "workspace"));
        assertThrows(IllegalArgumentException.class, () -> new WhoMayKnowWhom(upwards));
    }

    @Test
    void aForeignProductThatIsNotUsedIsFound() {
        var misspelt = List.of(new Product("storage.minio", List.of("oi.minio")));
        assertEquals(List.of("storage.minio does not use oi.minio"), House.unused(misspelt, House.product()));
    }

    @Test
    void anOldTableInTheArchitecturePageIsFound() {
        var old = "before\n" + PrintedTable.BEGIN + "| old |\n" + PrintedTable.END + "\nafter\n";
        assertNotEquals(old, PrintedTable.into(old, WhoMayKnowWhom.TABLE.markdown()));
        assertThrows(IllegalArgumentException.class, () -> PrintedTable.into("no marks", "table"));
    }

    @Test
    void aBackingIsMirroredByTheAddressOfItsPage() {
        assertEquals("fiche/edit.xhtml", PageRules.page(new Place("fiche", "web"), "FicheEditBacking"));
        assertEquals("fiche/edit.xhtml", PageRules.page(new Place("fiche", "web"), "EditBacking"));
        assertEquals("fiche/partner-list.xhtml", PageRules.page(new Place("fiche", "web"), "PartnerListBacking"));
        assertEquals("choose.xhtml", PageRules.page(new Place("web", ""), "ChooseBacking"));
    }

    @Test
    void aLongFileIsFound() {
        assertEquals(1, FileRules.tooLong("Long.java", "\n".repeat(251)).size());
        assertEquals(List.of(), FileRules.tooLong("Short.java", "\n".repeat(250)));
        assertEquals(1, FileRules.tooLong("long.xhtml", "\n".repeat(121)).size());
        assertEquals(List.of(), FileRules.tooLong("short.xhtml", "\n".repeat(120)));
    }

    @Test
    void anUnsafePageIsFound() {
        assertUnsafe("<p escape=\"false\"/>");
        assertUnsafe("<p escape=\"#{true}\"/>");
        assertUnsafe("<p style=\"color: red\"/>");
        assertUnsafe("<p onclick=\"go()\"/>");
        assertUnsafe("<p xmlns:pt=\"jakarta.faces.passthrough\" pt:onfocus=\"go()\"/>");
        assertUnsafe("<p>&nbsp;<br></p>");
        assertEquals(
                List.of(),
                FileRules.unsafe(
                        "good.xhtml", "<!DOCTYPE html><p styleClass=\"x\" onLabel=\"y\" escape=\"true\">&nbsp;</p>"));
    }

    @Test
    void aSharedCacheIsFound() {
        var none = "<persistence-unit name=\"a\"><shared-cache-mode>NONE</shared-cache-mode></persistence-unit>";
        assertEquals(List.of(), FileRules.sharedCache("good.xml", none));
        assertEquals(
                1, FileRules.sharedCache("all.xml", none.replace("NONE", "ALL")).size());
        assertEquals(
                1,
                FileRules.sharedCache("default.xml", "<persistence-unit name=\"a\"/>")
                        .size());
        assertEquals(
                1,
                FileRules.sharedCache("second.xml", none + "<persistence-unit name=\"b\"/>")
                        .size());
        assertEquals(
                1,
                FileRules.sharedCache("comment.xml", "<!--" + none + "--><persistence-unit/>")
                        .size());
        assertEquals(1, FileRules.sharedCache("empty.xml", "").size());
    }

    private static void assertUnsafe(String page) {
        assertEquals(1, FileRules.unsafe("bad.xhtml", page).size(), page);
    }
}
