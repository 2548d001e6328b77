package fr.trame.app.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the rules look at: the classes of the product, those of the guilty samples, and the files of this module. */
final class House {

    static final String ROOT = "fr.trame.app";
    static final String GUILTY_ROOT = "fr.trame.app.architecture.guilty";

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    static final Path WEBAPP = MODULE.resolve("src/main/webapp");
    static final Path SOURCES = MODULE.resolve("src");
    static final Path PERSISTENCE = MODULE.resolve("src/main/resources/META-INF/persistence.xml");
    static final Path DOCUMENT = MODULE.resolveSibling("docs/architecture.md");

    private House() {}

    static JavaClasses product() {
        return importer().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
    }

    static JavaClasses guilty() {
        return importer().importPackages(GUILTY_ROOT);
    }

    /** Of classes that are not ours the name is enough; reading them and theirs would take most of the time. */
    private static ClassFileImporter importer() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter();
    }

    /** @return each rule by its name, guarding what lies below that root */
    static Map<String, ArchRule> rules(String root) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.putAll(new DependencyRules(root).all());
        rules.putAll(BoundaryRules.all());
        rules.putAll(new PageRules(root, WEBAPP).all());
        return rules;
    }

    /** @return the capabilities below that root that hold more than a description of themselves */
    static Set<String> capabilities(JavaClasses classes, String root) {
        return classes.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .flatMap(type -> Place.of(root, type).stream())
                .map(Place::capability)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** @return foreign packages of the list of products that no class of their folder uses: words that guard nothing */
    static List<String> unused(List<Product> products, JavaClasses classes) {
        return products.stream()
                .filter(product -> classes.stream()
                        .filter(type -> type.getPackageName().equals(ROOT + "." + product.folder()))
                        .noneMatch(type -> uses(type, product)))
                .map(product -> product.folder() + " does not use " + String.join(", ", product.packages()))
                .toList();
    }

    private static boolean uses(JavaClass type, Product product) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> KeepProductsIn.owns(product, use.getTargetClass()));
    }

    /** @return the files below a folder whose name ends so, with their text */
    static Map<String, String> files(Path folder, String ending) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .collect(Collectors.toMap(path -> folder.relativize(path).toString(), House::text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
