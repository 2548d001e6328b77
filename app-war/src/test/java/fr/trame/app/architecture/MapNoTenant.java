package fr.trame.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import java.util.Locale;
import java.util.Set;

/** No field is the tenant's identifier, by its own name or by that of its column. */
final class MapNoTenant extends ArchCondition<JavaClass> {

    private static final Set<String> FORBIDDEN = Set.of("tenantid", "tenant_id", "tenant");

    MapNoTenant() {
        super("map no tenant");
    }

    static boolean isMapped(JavaClass type) {
        return type.isAnnotatedWith(Entity.class)
                || type.isAnnotatedWith(Embeddable.class)
                || type.isAnnotatedWith(MappedSuperclass.class);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getFields().stream()
                .filter(MapNoTenant::namesTheTenant)
                .map(JavaField::getFullName)
                .forEach(field -> events.add(SimpleConditionEvent.violated(field, field + " is the tenant")));
    }

    private static boolean namesTheTenant(JavaField field) {
        var column =
                field.tryGetAnnotationOfType(Column.class).map(Column::name).orElse("");
        var join = field.tryGetAnnotationOfType(JoinColumn.class)
                .map(JoinColumn::name)
                .orElse("");
        return isTenant(field.getName()) || isTenant(column) || isTenant(join);
    }

    private static boolean isTenant(String name) {
        return FORBIDDEN.contains(name.toLowerCase(Locale.ROOT));
    }
}
