package fr.trame.app.comment;

import fr.trame.app.Words;
import fr.trame.app.dossier.DocumentAccess;
import fr.trame.app.identity.OnBehalf;
import fr.trame.app.identity.Person;
import fr.trame.app.mail.Mailer;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Tells by mail who was named in a comment. Whether the person may still read the document is asked when the letter is
 * written; the letter says where, and none of the words.
 */
@ApplicationScoped
public class MentionNotices implements OutboxListener {

    private static final System.Logger LOG = System.getLogger(MentionNotices.class.getName());

    @Inject
    Mentions mentions;

    @Inject
    DocumentAccess access;

    @Inject
    OnBehalf onBehalf;

    @Inject
    TenantContext tenancy;

    @Inject
    Mailer mailer;

    @Override
    public String type() {
        return CommentEvent.MENTION;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        rows.forEach(row -> mentions.untold(row.id()).forEach(notice -> tell(row.id(), notice)));
    }

    @Override
    public void gaveUp(OutboxRow row) {
        LOG.log(System.Logger.Level.WARNING, "nobody is told of the comment {0}", row.id());
    }

    private void tell(UUID comment, Mentions.Notice notice) {
        if (!notice.address().isEmpty() && mayRead(notice)) {
            try {
                send(comment, notice);
            } catch (Mailer.Refused no) {
                LOG.log(System.Logger.Level.WARNING, "a notice is not taken, now or later: {0}", no.getMessage());
            } catch (Mailer.NotTaken away) {
                throw new RetryLater(away);
            }
        }
        mentions.told(comment, notice.subject());
    }

    private boolean mayRead(Mentions.Notice notice) {
        var person = new Person(notice.subject(), notice.name(), notice.address());
        return onBehalf.of(person, () -> access.isThere(notice.document())).orElse(false);
    }

    private void send(UUID comment, Mentions.Notice notice) {
        mailer.send(
                notice.address(),
                Words.of("comment.mail.subject", Locale.FRENCH, notice.author(), notice.title()),
                text(Locale.FRENCH, comment, notice) + "\n--\n" + text(Locale.ENGLISH, comment, notice),
                address(comment, notice));
    }

    private String text(Locale locale, UUID comment, Mentions.Notice notice) {
        var tenant = tenancy.tenant().name();
        return Words.of("comment.mail.text", locale, notice.author(), notice.title(), tenant) + "\n\n"
                + address(comment, notice) + "\n";
    }

    private String address(UUID comment, Mentions.Notice notice) {
        return mailer.site() + "/t/" + tenancy.tenant().alias() + "/documents/" + notice.document() + "#comment-"
                + comment;
    }
}
