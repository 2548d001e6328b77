package fr.trame.app.organisation;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The organisations the tenant works with. */
@Boundary
public class Organisations {

    private static final int AT_MOST = 1_000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<DomainEvent> events;

    /** @return the organisations by name, at most 1,000 */
    @Requires(Operation.ORGANISATION_READ)
    public List<Organisation> list() {
        return em.createQuery("select o from Organisation o order by o.name", Organisation.class)
                .setMaxResults(AT_MOST)
                .getResultList();
    }

    /**
     * Makes an organisation known.
     *
     * @param name 1 to 200 characters, unique in the tenant
     */
    @Requires(Operation.ORGANISATION_CREATE)
    public UUID create(String name, Organisation.Kind kind) {
        var taken = em.createQuery("select count(o) from Organisation o where o.name = :name", Long.class)
                .setParameter("name", name.strip())
                .getSingleResult();
        if (taken > 0) {
            throw BusinessException.conflict("organisation.name.taken", name.strip());
        }
        var organisation = new Organisation(name, kind);
        em.persist(organisation);
        events.fire(new OrganisationCreated(organisation.getId()));
        return organisation.getId();
    }
}
