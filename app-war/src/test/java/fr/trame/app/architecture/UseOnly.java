package fr.trame.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;

/** Judges each use of one class by another from the places both live in. */
final class UseOnly extends ArchCondition<JavaClass> {

    private final String root;
    private final BiPredicate<Place, Place> allowed;

    UseOnly(String root, String words, BiPredicate<Place, Place> allowed) {
        super(words);
        this.root = root;
        this.allowed = allowed;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Place.of(root, type).ifPresent(from -> type.getDirectDependenciesFromSelf()
                .forEach(use -> Place.of(root, use.getTargetClass())
                        .filter(to -> !allowed.test(from, to))
                        .ifPresent(to -> events.add(SimpleConditionEvent.violated(
                                use, from.folder() + " -> " + to.folder() + ": " + use.getDescription())))));
    }
}
