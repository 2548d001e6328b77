package fr.trame.app.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import fr.trame.app.Boundary;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a boundary is and what it keeps out: who may ask, one transaction, one tenant, no network. */
final class BoundaryRules {

    /** Methods that anybody may call, as {@code Class.method}; each needs a reason here. */
    static final Set<String> FREE_TO_CALL = Set.of();

    private BoundaryRules() {}

    static Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("no door without a permission", permissions());
        rules.put("transactions only through a boundary", transactions());
        rules.put("no bean outside of CDI", onlyCdi());
        rules.put("no empty names", names());
        rules.put("no network in a transaction", noNetwork());
        rules.put("entities do not know the tenant", noTenantInEntities());
        rules.put("each package says what it is for", packageInfo());
        return rules;
    }

    private static ArchRule permissions() {
        return methods()
                .that(areCalledFromOutside())
                .should()
                .beAnnotatedWith(Requires.class)
                .because("rights are checked by an interceptor that looks at the method only: without the annotation"
                        + " everybody may call it, in every tenant they can enter");
    }

    private static DescribedPredicate<JavaMethod> areCalledFromOutside() {
        return new DescribedPredicate<>("can be called on a boundary from outside") {
            @Override
            public boolean test(JavaMethod method) {
                var modifiers = method.getModifiers();
                // An observer is called by an event, whose origin was checked; a public one could be called directly.
                var observer = method.getParameters().stream().anyMatch(each -> each.isAnnotatedWith(Observes.class));
                return method.getOwner().isAnnotatedWith(Boundary.class)
                        && !modifiers.contains(JavaModifier.PRIVATE)
                        && !modifiers.contains(JavaModifier.STATIC)
                        && !modifiers.contains(JavaModifier.SYNTHETIC)
                        && (!observer || modifiers.contains(JavaModifier.PUBLIC))
                        && !FREE_TO_CALL.contains(method.getOwner().getSimpleName() + "." + method.getName());
            }
        };
    }

    private static ArchRule transactions() {
        return CompositeArchRule.of(noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(Boundary.class.getName())
                        .should()
                        .beAnnotatedWith(Transactional.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(UserTransaction.class))
                .and(noMethods().should().beAnnotatedWith(Transactional.class))
                .because("a transaction that is not bound to a tenant reads nothing and can write nothing");
    }

    private static ArchRule onlyCdi() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ejb..")
                .orShould()
                .callMethod(CDI.class, "current")
                .because("a second kind of bean brings its own transactions, and a locator hides who uses what");
    }

    private static ArchRule names() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?)")
                .because("such a name says nothing about the domain, so anything ends up inside");
    }

    private static ArchRule noNetwork() {
        return classes()
                .that()
                .areAnnotatedWith(Boundary.class)
                .should(new HoldNoPort())
                .because("a product that hangs would hold a connection and its row locks for as long");
    }

    private static ArchRule noTenantInEntities() {
        return classes()
                .that(Types.are("mapped to tables", MapNoTenant::isMapped))
                .should(new MapNoTenant())
                .because("the database fills and checks the tenant: code that cannot name it cannot get it wrong");
    }

    private static ArchRule packageInfo() {
        return classes()
                .should(be(Types.are("in a package whose package-info is @NullMarked", BoundaryRules::isExplained)))
                .because("an undeclared null passes unseen there, and a folder without a purpose attracts anything");
    }

    private static boolean isExplained(JavaClass type) {
        return type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(org.jspecify.annotations.NullMarked.class))
                .isPresent();
    }
}
