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
        type.getDirectDependenciesFromSelf()
                .forEach(use -> Stream.concat(Product.ADAPTERS.stream(), Product.OTHERS.stream())
                        .filter(product -> !product.folder().equals(folder) && owns(product, use.getTargetClass()))
                        .forEach(product -> events.add(SimpleConditionEvent.violated(
                                use, "only " + product.folder() + " may do this: " + use.getDescription()))));
    }

    static boolean owns(Product product, JavaClass type) {
        return product.packages().stream().anyMatch(each -> (type.getPackageName() + ".").startsWith(each + "."));
    }
}
