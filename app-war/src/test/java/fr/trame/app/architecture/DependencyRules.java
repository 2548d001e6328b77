package fr.trame.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Which class may use which. Each rule takes the root it guards, so that the very same rule can be shown failing below
 * the root of the guilty samples.
 */
final class DependencyRules {

    private static final Set<Class<?>> PERSISTENCE =
            Set.of(EntityManager.class, EntityManagerFactory.class, PersistenceContext.class, DataSource.class);

    private final String root;

    DependencyRules(String root) {
        this.root = root;
    }

    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("the table of who may know whom", table());
        rules.put("no circles", noCircles());
        rules.put("Faces only in web", onlyIn("web", "jakarta.faces", "org.primefaces", "org.omnifaces"));
        rules.put("REST only in api", onlyIn("api", "jakarta.ws.rs"));
        rules.put("doors open outwards", doors());
        rules.put("foreign products stay in their folder", foreignProducts());
        rules.put("adapters are wired by CDI", adapters());
        rules.put("doors do not touch the database", noPersistenceInDoors());
        return rules;
    }

    private ArchRule table() {
        return classes()
                .should(new UseOnly(root, "use what the table allows", WhoMayKnowWhom.TABLE::allows))
                .because("a capability can be read, changed or removed only when it is known who depends on it");
    }

    private ArchRule noCircles() {
        // The doors of a capability count for themselves: the shared frame shows workspaces, their pages use the frame.
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return Place.of(root, type)
                                .map(place -> SliceIdentifier.of(place.folder()))
                                .orElse(SliceIdentifier.ignore());
                    }

                    @Override
                    public String getDescription() {
                        return "folders";
                    }
                })
                .should()
                .beFreeOfCycles()
                .because("folders in a circle are one folder that is harder to read");
    }

    private ArchRule onlyIn(String door, String... packages) {
        return noClasses()
                .that(Types.are("not in " + door, type -> !door(type).equals(door)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(withSubpackages(packages))
                .because("a rule of the business must hold behind each door, so it cannot lean on one of them");
    }

    private ArchRule doors() {
        return classes()
                .should(new UseOnly(root, "leave the doors of others alone", DependencyRules::throughOwnDoor))
                .because("pages and REST answers change with their readers: what they offer is for nobody else's code,"
                        + " and one kind of door that leans on the other changes with both");
    }

    private static boolean throughOwnDoor(Place from, Place to) {
        return to.door().isEmpty()
                || from.equals(to)
                || (to.shared() && from.door().equals(to.door()));
    }

    private ArchRule foreignProducts() {
        return classes().should(new KeepProductsIn(root)).because("a product that is exchanged must cost one folder");
    }

    private ArchRule adapters() {
        return classes()
                .should(new UseOnly(root, "leave adapters alone", (from, to) -> from.equals(to) || !isAdapter(to)))
                .because("whoever names an adapter is bound to its product; they name the port");
    }

    private static boolean isAdapter(Place place) {
        return Product.ADAPTERS.stream().anyMatch(each -> each.folder().equals(place.folder()));
    }

    private ArchRule noPersistenceInDoors() {
        return noClasses()
                .that(Types.are("in web or api", type -> !door(type).isEmpty()))
                .should()
                .dependOnClassesThat(Types.are("of persistence", DependencyRules::isPersistence))
                .because("outside of a boundary there is no transaction, hence no tenant, and nobody checks rights");
    }

    private static boolean isPersistence(JavaClass type) {
        return PERSISTENCE.stream().anyMatch(type::isEquivalentTo)
                || type.getPackageName().equals("java.sql");
    }

    private String door(JavaClass type) {
        return Place.of(root, type).map(Place::door).orElse("");
    }

    private static String[] withSubpackages(String... packages) {
        return Stream.of(packages).map(each -> each + "..").toArray(String[]::new);
    }
}
