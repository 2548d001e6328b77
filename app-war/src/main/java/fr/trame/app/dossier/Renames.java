package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renames several documents of a dossier at once, all or none, shows beforehand what would become of each, and undoes it. */
@Boundary
public class Renames {

    private static final int AT_MOST = 500;
    private static final ZoneId HERE = ZoneId.of("Europe/Paris");

    @PersistenceContext
    EntityManager em;

    @Inject
    Dossiers dossiers;

    @Inject
    Documents documents;

    @Inject
    Names names;

    @Inject
    Locks locks;

    @Inject
    Event<DomainEvent> events;

    /** @return what would become of each document, in the order given; nothing is changed */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public List<Rename> preview(UUID dossierId, List<UUID> ids, NamePattern pattern) {
        dossiers.dossier(dossierId, Operation.DOCUMENT_UPLOAD);
        return planned(chosen(dossierId, ids), pattern);
    }

    /**
     * Renames documents.
     *
     * @return what they were called and are called now, to be undone
     * @throws BusinessException CONFLICT when one of them cannot get its name
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public List<Rename> apply(UUID dossierId, List<UUID> ids, NamePattern pattern) {
        dossiers.dossier(dossierId, Operation.DOCUMENT_UPLOAD);
        names.lock(dossierId);
        return rename(planned(chosen(dossierId, ids), pattern));
    }

    /**
     * Gives documents back the names they had; one that was renamed again meanwhile keeps what it got.
     *
     * @throws BusinessException CONFLICT when one of those names was taken meanwhile
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void undo(UUID dossierId, List<Rename> done) {
        dossiers.dossier(dossierId, Operation.DOCUMENT_UPLOAD);
        names.lock(dossierId);
        var before = done.stream().collect(Collectors.toMap(Rename::document, rename -> rename));
        var there = chosen(dossierId, List.copyOf(before.keySet())).stream()
                .filter(each -> each.name()
                        .equals(Objects.requireNonNull(before.get(each.id())).after()))
                .toList();
        rename(planned(there, (document, number) -> Objects.requireNonNull(before.get(document.id()))
                .before()));
    }

    private List<Document> chosen(UUID dossierId, List<UUID> ids) {
        if (ids.size() > AT_MOST) {
            throw BusinessException.invalid("documents", "file.too.many", AT_MOST);
        }
        return ids.stream()
                .distinct()
                .map(id -> documents.document(id, Operation.DOCUMENT_UPLOAD))
                .peek(each -> {
                    if (!each.dossierId().equals(dossierId)) {
                        throw BusinessException.notFound("document.unknown");
                    }
                })
                .toList();
    }

    private List<Rename> planned(List<Document> chosen, NamePattern pattern) {
        pattern.check();
        var day = LocalDate.now(HERE);
        return planned(chosen, (document, number) -> pattern.apply(document.name(), number, chosen.size(), day));
    }

    /** A name is free when nobody has it who keeps it, and no other of them gets it too. */
    private List<Rename> planned(List<Document> chosen, BiFunction<Document, Integer, String> name) {
        var own = chosen.stream().map(Document::id).collect(Collectors.toSet());
        var given = new HashMap<String, Set<UUID>>();
        var plans = new ArrayList<Rename>();
        for (var document : chosen) {
            // As it will be kept: two names that look the same are the same.
            var after =
                    Normalizer.normalize(name.apply(document, plans.size() + 1).strip(), Normalizer.Form.NFC);
            given.computeIfAbsent(key(document, after), key -> new HashSet<>()).add(document.id());
            plans.add(new Rename(document.id(), document.name(), after, null));
        }
        var byId = chosen.stream().collect(Collectors.toMap(Document::id, each -> each));
        return plans.stream()
                .map(plan -> plan.because(
                        trouble(Objects.requireNonNull(byId.get(plan.document())), plan.after(), own, given)))
                .toList();
    }

    private @Nullable String trouble(Document document, String after, Set<UUID> own, Map<String, Set<UUID>> given) {
        try {
            FileName.check(after);
        } catch (BusinessException no) {
            return "renames.name.bad";
        }
        if (!FileName.extension(after).equals(FileName.extension(document.name()))) {
            return "renames.name.bad";
        }
        if (Objects.requireNonNull(given.get(key(document, after))).size() > 1) {
            return "renames.name.twice";
        }
        var taken = names.find(document.dossierId(), document.folder(), after);
        return taken.isPresent() && !own.contains(taken.get().id()) ? "renames.name.taken" : null;
    }

    private static String key(Document document, String name) {
        return document.folder() + "/" + name.toLowerCase(Locale.ROOT);
    }

    private List<Rename> rename(List<Rename> plans) {
        if (plans.stream().anyMatch(plan -> plan.trouble() != null)) {
            throw BusinessException.conflict("renames.conflicts");
        }
        var changed = plans.stream()
                .filter(plan -> !plan.before().equals(plan.after()))
                .toList();
        for (var plan : changed) {
            var document = documents.document(plan.document(), Operation.DOCUMENT_UPLOAD);
            locks.requireFree(document);
            locks.requireFree(document.dossierId(), document.folder(), plan.after());
            document.moveTo(document.dossierId(), document.folder(), FileName.check(plan.after()));
        }
        em.flush();
        changed.forEach(plan ->
                events.fire(DossierEvent.renamed(documents.document(plan.document(), Operation.DOCUMENT_UPLOAD))));
        return changed;
    }

    /**
     * One document and its names.
     *
     * @param trouble key of the words that say why it cannot get its name, null when it can
     */
    public record Rename(UUID document, String before, String after, @Nullable String trouble)
            implements java.io.Serializable {

        private static final long serialVersionUID = 1L;

        Rename because(@Nullable String why) {
            return new Rename(document, before, after, why);
        }
    }
}
