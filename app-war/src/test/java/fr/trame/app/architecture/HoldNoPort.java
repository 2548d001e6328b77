package fr.trame.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Follows what is injected, and what is injected into that, down to a port. */
final class HoldNoPort extends ArchCondition<JavaClass> {

    HoldNoPort() {
        super("hold no port, directly or behind another bean");
    }

    @Override
    public void check(JavaClass boundary, ConditionEvents events) {
        held(boundary, new HashSet<>())
                .filter(HoldNoPort::isPort)
                .forEach(port -> events.add(SimpleConditionEvent.violated(
                        boundary, boundary.getName() + " reaches the network through " + port.getSimpleName())));
    }

    private static Stream<JavaClass> held(JavaClass type, Set<JavaClass> seen) {
        return type.getAllFields().stream()
                .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                .filter(seen::add)
                .flatMap(each -> Stream.concat(Stream.of(each), isPort(each) ? Stream.empty() : held(each, seen)));
    }

    private static boolean isPort(JavaClass type) {
        return Product.PORTS.stream().anyMatch(type::isAssignableTo);
    }
}
