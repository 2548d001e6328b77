package fr.trame.app.comment;

import fr.trame.app.Boundary;
import fr.trame.app.dossier.Documents;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.identity.Role;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Who can be named in a comment, and who was and is to be told. */
@Boundary
public class Mentions {

    /** More names than these nobody reads through. */
    private static final int AT_MOST = 1_000;

    private static final String READERS =
            """
            select m.subject, m.display_name, m.role, not w.restricted or wm.subject is not null
            from document c
                join dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
                join workspace w on w.tenant_id = d.tenant_id and w.id = d.workspace_id
                join member m on m.tenant_id = c.tenant_id
                left join workspace_member wm on wm.tenant_id = w.tenant_id and wm.workspace_id = w.id
                    and wm.subject = m.subject
            where c.id = cast(?1 as uuid) order by lower(m.display_name)
            """;
    private static final String UNTOLD =
            """
            select n.subject, m.display_name, coalesce(m.email, ''), cast(c.document_id as text), d.name,
                coalesce(a.display_name, '')
            from comment_mention n
                join member m on m.tenant_id = n.tenant_id and m.subject = n.subject
                join document_comment c on c.tenant_id = n.tenant_id and c.id = n.comment_id
                join document d on d.tenant_id = c.tenant_id and d.id = c.document_id
                left join member a on a.tenant_id = c.tenant_id and a.subject = c.author
            where n.comment_id = cast(?1 as uuid) and not n.told and c.deleted_at is null
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Documents documents;

    @Inject
    CurrentUser user;

    /** Somebody who may read the document. */
    public record Reader(String subject, String name) {}

    /**
     * What somebody is to be told.
     *
     * @param author display name of who named the person
     */
    record Notice(String subject, String name, String address, UUID document, String title, String author) {}

    /** @return who may read the document, by name, the person who asks aside */
    @Requires(Operation.COMMENT_WRITE)
    public List<Reader> readers(UUID document) {
        documents.get(document);
        List<?> rows = em.createNativeQuery(READERS)
                .setParameter(1, document.toString())
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> (Boolean) row[3] || Role.valueOf((String) row[2]).seesRestricted())
                .filter(row -> !row[0].equals(user.getSubject()))
                .map(row -> new Reader((String) row[0], (String) row[1]))
                .toList();
    }

    /** Writes down who is named in a comment, among those who may read it. */
    @Requires(Operation.COMMENT_WRITE)
    void note(Comment comment) {
        // Who is named no more, and was not told yet, is not told.
        em.createNativeQuery("delete from comment_mention where comment_id = cast(?1 as uuid) and not told")
                .setParameter(1, comment.id().toString())
                .executeUpdate();
        if (comment.body().indexOf('@') < 0) {
            return;
        }
        var readers = readers(comment.documentId());
        var named = MentionedNames.in(
                comment.body(), readers.stream().map(Reader::name).toList());
        readers.stream().filter(each -> named.contains(each.name())).forEach(each -> em.createNativeQuery(
                        "insert into comment_mention (comment_id, subject)"
                                + " values (cast(?1 as uuid), ?2) on conflict do nothing")
                .setParameter(1, comment.id().toString())
                .setParameter(2, each.subject())
                .executeUpdate());
    }

    /** Nobody is told of it any more. */
    @Requires(Operation.COMMENT_WRITE)
    void forget(Comment comment) {
        em.createNativeQuery("delete from comment_mention where comment_id = cast(?1 as uuid)")
                .setParameter(1, comment.id().toString())
                .executeUpdate();
    }

    /** @return who is named in a comment and was not told */
    @Requires(Operation.BACKGROUND)
    List<Notice> untold(UUID comment) {
        List<?> rows =
                em.createNativeQuery(UNTOLD).setParameter(1, comment.toString()).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Notice(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        UUID.fromString((String) row[3]),
                        (String) row[4],
                        (String) row[5]))
                .toList();
    }

    /** The person was told, or is not to be. */
    @Requires(Operation.BACKGROUND)
    void told(UUID comment, String subject) {
        em.createNativeQuery(
                        "update comment_mention set told = true where comment_id = cast(?1 as uuid) and subject = ?2")
                .setParameter(1, comment.toString())
                .setParameter(2, subject)
                .executeUpdate();
    }
}
