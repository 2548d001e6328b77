package fr.trame.app.coedit;

import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Memberships;
import fr.trame.app.identity.Person;
import fr.trame.app.outbox.Outbox;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Writes what was written together into the texts of the fiche, in the name of the person who wrote last. */
@ApplicationScoped
public class WriteBack implements OutboxListener {

    static final String TYPE = "COEDIT";
    private static final Duration AFTER_GIVING_UP = Duration.ofMinutes(5);
    private static final System.Logger LOG = System.getLogger(WriteBack.class.getName());

    @Inject
    CoeditTexts texts;

    @Inject
    Outbox outbox;

    @Inject
    Memberships memberships;

    @Inject
    TenantContext tenancy;

    @Inject
    CurrentUser user;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int batch() {
        return 10;
    }

    @Override
    public boolean isAboutThePresent() {
        return true;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        rows.stream().map(OutboxRow::id).distinct().forEach(this::write);
    }

    @Override
    public void gaveUp(OutboxRow row) {
        LOG.log(System.Logger.Level.WARNING, "the texts of fiche {0} do not follow", row.id());
        // Given up for good it would keep the fiche from being closed, or saved by its form.
        outbox.follow(new DomainEvent.FollowUp(TYPE, row.aggregate(), row.id(), 0, AFTER_GIVING_UP));
        outbox.done(List.of(row));
    }

    private void write(UUID fiche) {
        var author = new Person(texts.lastAuthor(fiche), "", "");
        var membership = memberships.find(tenancy.tenant(), author);
        try {
            if (membership.isPresent()) {
                user.identify(author);
                user.enter(membership.get().role(), membership.get().byWorkspace());
            }
            texts.write(fiche);
        } catch (BusinessException noLonger) {
            // What was committed when the person still might counts; it is written in the product's own name.
            user.enterAsSystem();
            texts.write(fiche);
        } finally {
            user.enterAsSystem();
        }
    }
}
