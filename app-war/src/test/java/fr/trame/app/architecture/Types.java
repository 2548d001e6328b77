package fr.trame.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.function.Predicate;

/** Says in words which classes a rule is about. */
final class Types {

    private Types() {}

    static DescribedPredicate<JavaClass> are(String words, Predicate<JavaClass> test) {
        return new DescribedPredicate<>(words) {
            @Override
            public boolean test(JavaClass type) {
                return test.test(type);
            }
        };
    }
}
