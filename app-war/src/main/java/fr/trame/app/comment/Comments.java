package fr.trame.app.comment;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.Text;
import fr.trame.app.dossier.DocumentAccess;
import fr.trame.app.dossier.DocumentState;
import fr.trame.app.dossier.DocumentSummary;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a document. Who may read the document reads it; a document in the trash or in quarantine hides what
 * was said of it.
 */
@Boundary
public class Comments {

    /** Of one comment. */
    public static final int MOST_CHARS = 4_000;

    /** Of one document: more is a conversation that belongs elsewhere, and a page nobody reads. */
    private static final int MOST = 500;

    private static final String ALL =
            """
            select cast(c.id as text), cast(c.parent_id as text), coalesce(c.page, 0), c.body,
                coalesce(m.display_name, ''), c.author = ?2, c.created_at, c.edited_at is not null,
                c.deleted_at is not null, case when c.resolved_at is not null then coalesce(r.display_name, '') end
            from document_comment c
                left join member m on m.tenant_id = c.tenant_id and m.subject = c.author
                left join member r on r.tenant_id = c.tenant_id and r.subject = c.resolved_by
            where c.document_id = cast(?1 as uuid) order by c.created_at, c.id
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Documents documents;

    @Inject
    DocumentAccess access;

    @Inject
    Dossiers dossiers;

    @Inject
    Mentions mentions;

    @Inject
    CurrentUser user;

    @Inject
    Event<DomainEvent> events;

    /** @return the threads of a document, the oldest first; none while it is in quarantine */
    @Requires(Operation.DOSSIER_READ)
    public List<CommentThread> list(UUID document) {
        if (documents.get(document).state() == DocumentState.QUARANTINED) {
            return List.of();
        }
        List<?> rows = em.createNativeQuery(ALL)
                .setParameter(1, document.toString())
                .setParameter(2, user.getSubject())
                .getResultList();
        var threads = new LinkedHashMap<UUID, List<CommentView>>();
        rows.stream().map(row -> view((Object[]) row)).forEach(each -> {
            var first = each.parent() == null ? each.id() : each.parent();
            threads.computeIfAbsent(first, none -> new ArrayList<>()).add(each);
        });
        return threads.values().stream().map(CommentThread::new).toList();
    }

    /**
     * Says something.
     *
     * @param parent what it answers, null to begin a thread; an answer to an answer belongs to the same thread
     * @param page of the document, 0 for none
     * @param text 1 to 4,000 characters
     */
    @Requires(Operation.COMMENT_WRITE)
    public UUID add(UUID document, @Nullable UUID parent, int page, String text) {
        var about = open(document);
        var answered = parent == null ? null : find(parent);
        if (answered != null && !answered.documentId().equals(document)) {
            throw BusinessException.notFound("comment.unknown");
        }
        var most = Math.max(1, about.pages());
        if (page < 0 || page > most) {
            throw BusinessException.invalid("page", "comment.page.unknown", most);
        }
        var said = checked(text);
        if (count(document) >= MOST) {
            throw BusinessException.conflict("comment.enough", MOST);
        }
        var comment = new Comment(
                document,
                answered == null ? null : first(answered),
                page == 0 || answered != null ? null : page,
                said,
                user.getSubject());
        em.persist(comment);
        em.flush();
        mentions.note(comment);
        events.fire(CommentEvent.added(comment));
        return comment.id();
    }

    /** Says it otherwise. @throws BusinessException REFUSED when somebody else said it */
    @Requires(Operation.COMMENT_WRITE)
    public void revise(UUID id, String text) {
        var comment = own(id);
        comment.revise(checked(text));
        em.flush();
        mentions.note(comment);
        events.fire(CommentEvent.revised(comment));
    }

    /** Takes back one's own: its words are gone for good. */
    @Requires(Operation.COMMENT_WRITE)
    public void takeBack(UUID id) {
        var comment = own(id);
        comment.takeBack();
        em.flush();
        mentions.forget(comment);
        events.fire(CommentEvent.takenBack(comment));
    }

    /** Settles a thread, or takes it up again; any comment of it names it. */
    @Requires(Operation.COMMENT_WRITE)
    public void settle(UUID id, boolean resolved) {
        var named = changing(id);
        var first = named.parentId() == null ? named : changing(first(named));
        if (first.isResolved() == resolved) {
            return;
        }
        if (resolved) {
            first.resolve(user.getSubject());
        } else {
            first.reopen();
        }
        em.flush();
        events.fire(CommentEvent.settled(first));
    }

    /** @return whether this person may comment on the document */
    @Requires(Operation.DOSSIER_READ)
    public boolean may(UUID document) {
        var about = documents.get(document);
        return about.state() != DocumentState.QUARANTINED && dossiers.may(about.dossierId(), Operation.COMMENT_WRITE);
    }

    private static UUID first(Comment comment) {
        var parent = comment.parentId();
        return parent == null ? comment.id() : parent;
    }

    private static String checked(String text) {
        var said = text.replace("\r\n", "\n").strip();
        Text.check("text", said, 1, MOST_CHARS);
        return said;
    }

    private Comment own(UUID id) {
        var comment = changing(id);
        if (!comment.author().equals(user.getSubject())) {
            throw BusinessException.refused("comment.not.own");
        }
        if (comment.isTakenBack()) {
            throw BusinessException.conflict("comment.gone");
        }
        return comment;
    }

    private Comment changing(UUID id) {
        var comment = find(id);
        em.refresh(comment, LockModeType.PESSIMISTIC_WRITE);
        return comment;
    }

    /** What belongs to a document one may not see looks like what is nowhere. */
    private Comment find(UUID id) {
        var comment = em.find(Comment.class, id);
        if (comment == null || !access.isThere(comment.documentId())) {
            throw BusinessException.notFound("comment.unknown");
        }
        open(comment.documentId());
        return comment;
    }

    private DocumentSummary open(UUID document) {
        var about = documents.get(document);
        dossiers.dossier(about.dossierId(), Operation.COMMENT_WRITE);
        if (about.state() == DocumentState.QUARANTINED) {
            throw BusinessException.conflict("document.held");
        }
        return about;
    }

    private long count(UUID document) {
        return em.createQuery("select count(c) from Comment c where c.documentId = :document", Long.class)
                .setParameter("document", document)
                .getSingleResult();
    }

    private static CommentView view(Object[] row) {
        return new CommentView(
                UUID.fromString((String) row[0]),
                row[1] == null ? null : UUID.fromString((String) row[1]),
                ((Number) row[2]).intValue(),
                (String) row[3],
                (String) row[4],
                (Boolean) row[5],
                ((java.sql.Timestamp) row[6]).toInstant().atOffset(ZoneOffset.UTC),
                (Boolean) row[7],
                (Boolean) row[8],
                (String) row[9]);
    }
}
