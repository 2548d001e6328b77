package fr.trame.app.architecture.guilty.fiche;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** Knows the tenant, twice. */
@Entity
public class Tenanted {
    @Id
    UUID id;

    UUID tenantId;

    @Column(name = "tenant_id")
    UUID hidden;
}
