package fr.trame.app.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** The names that are taken in a folder of a dossier, whatever their capitals; what is in the trash takes none. */
@ApplicationScoped
class Names {

    private static final int LONGEST = 255;

    @PersistenceContext
    EntityManager em;

    /** From here to the end of the transaction nobody else gives names in that dossier. */
    void lock(UUID dossierId) {
        em.createNativeQuery("select 1 from dossier where id = cast(?1 as uuid) for no key update")
                .setParameter(1, dossierId.toString())
                .getResultList();
    }

    /** @return the document of that name */
    Optional<Document> find(UUID dossierId, String folder, String name) {
        return em
                .createQuery(
                        "select d from Document d where d.dossierId = :dossier and d.folder = :folder and lower(d.name) = lower(:name)"
                                + " and d.deletedAt is null order by d.uploadedAt desc",
                        Document.class)
                .setParameter("dossier", dossierId)
                .setParameter("folder", folder)
                .setParameter("name", name)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** @return the name itself, or « plan (2).pdf » for « plan.pdf » when it is taken */
    String free(UUID dossierId, String folder, String name) {
        var candidate = name;
        var dot = FileName.extension(name).isEmpty() ? name.length() : name.lastIndexOf('.');
        for (var number = 2; find(dossierId, folder, candidate).isPresent(); number++) {
            var end = " (" + number + ")" + name.substring(dot);
            candidate = name.substring(0, Math.min(dot, LONGEST - end.length())) + end;
        }
        return candidate;
    }
}
