package fr.trame.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The product keeps the house rules. That each of them can fail is shown by {@link ArchitectureGuiltTest}. */
class ArchitectureTest {

    private static JavaClasses product;

    @BeforeAll
    static void readTheProduct() {
        product = House.product();
    }

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRule() {
        return House.rules(House.ROOT).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(product)));
    }

    @Test
    void tableAndCodeNameTheSameCapabilities() {
        assertEquals(List.of(), WhoMayKnowWhom.TABLE.gaps(House.capabilities(product, House.ROOT)));
    }

    @Test
    void theRuleAboutForeignProductsGuardsProductsThatAreThere() {
        assertEquals(
                List.of(),
                Stream.of(Product.ADAPTERS, Product.OTHERS)
                        .flatMap(products -> House.unused(products, product).stream())
                        .toList());
    }

    @Test
    void theArchitecturePagePrintsTheTable() {
        var document = House.text(House.DOCUMENT);
        assertEquals(
                PrintedTable.into(document, WhoMayKnowWhom.TABLE.markdown()),
                document,
                "docs/architecture.md shows an old table; put this one between its marks:\n\n"
                        + WhoMayKnowWhom.TABLE.markdown());
    }

    @Test
    void classesFitInTheHead() {
        assertNoComplaint(House.files(House.SOURCES, ".java"), FileRules::tooLong);
    }

    @Test
    void pagesFitInTheHead() {
        assertNoComplaint(House.files(House.WEBAPP, ".xhtml"), FileRules::tooLong);
    }

    @Test
    void pagesHoldNeitherRawTextNorScriptsNorStylesInAttributes() {
        assertNoComplaint(House.files(House.WEBAPP, ".xhtml"), FileRules::unsafe);
    }

    @Test
    void thePersistenceUnitSharesNoCache() {
        assertNoComplaint(Map.of("persistence.xml", House.text(House.PERSISTENCE)), FileRules::sharedCache);
    }

    private static void assertNoComplaint(Map<String, String> files, BiFunction<String, String, List<String>> rule) {
        assertFalse(files.isEmpty(), "a rule that looks at no file guards nothing");
        assertEquals(
                List.of(),
                files.entrySet().stream()
                        .flatMap(file -> rule.apply(file.getKey(), file.getValue()).stream())
                        .sorted()
                        .toList());
    }
}
