package fr.trame.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The door of a capability: one call is one transaction, bound to one tenant, and each public method says by
 * {@code @Requires} which operation it is. No network call is made behind it.
 */
@Stereotype
@ApplicationScoped
@Transactional
@TenantBound
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Boundary {}
