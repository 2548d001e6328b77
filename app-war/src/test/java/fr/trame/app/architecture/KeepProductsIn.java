package fr.trame.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Classes of a foreign product are named in that product's folder only. */
final class KeepProductsIn extends ArchCondition<JavaClass> {

    private final String root;

    KeepProductsIn(String root) {
        super("keep foreign products in their folder");
        this.root = root;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var folder = Place.of(root, type).map(Place::folder).orElse("");
        for (var use : type.getDirectDependenciesFromSelf()) {
            var owners = Stream.concat(Product.ADAPTERS.stream(), Product.OTHERS.stream())
                    .filter(product -> owns(product, use.getTargetClass()))
                    .map(Product::folder)
                    .toList();
            if (!owners.isEmpty() && !owners.contains(folder)) {
                events.add(SimpleConditionEvent.violated(
                        use, "only " + String.join(", ", owners) + " may do this: " + use.getDescription()));
            }
        }
    }

    static boolean owns(Product product, JavaClass type) {
        return product.packages().stream().anyMatch(each -> (type.getPackageName() + ".").startsWith(each + "."));
    }
}
