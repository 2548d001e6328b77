package fr.trame.app.renewal;

import fr.trame.app.BusinessException;
import fr.trame.app.Words;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.identity.OnBehalf;
import fr.trame.app.identity.Person;
import fr.trame.app.mail.Mailer;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import fr.trame.app.storage.SweepTime;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells the owner of a dossier by mail that required pieces expire, as long as the owner may read the dossier. */
@ApplicationScoped
public class Reminders implements OutboxListener {

    private static final System.Logger LOG = System.getLogger(Reminders.class.getName());

    @Inject
    Renewals renewals;

    @Inject
    Dossiers dossiers;

    @Inject
    OnBehalf onBehalf;

    @Inject
    TenantContext tenancy;

    @Inject
    Mailer mailer;

    /** Looked at once an hour: what was noticed already is not noticed again. */
    void sweep(@Observes SweepTime now) {
        try {
            renewals.notice();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "pieces of {0} wait for the next look: {1}", now.tenant(), failure);
        }
    }

    @Override
    public String type() {
        return RenewalEvent.REMIND;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        for (var row : rows) {
            var untold = renewals.untold(row.id());
            renewals.owner(row.id())
                    .filter(owner -> !untold.isEmpty() && !owner.address().isEmpty() && mayRead(owner, row.id()))
                    .ifPresent(owner -> send(owner, row.id(), untold));
            renewals.told(untold);
        }
    }

    private boolean mayRead(Renewals.Owner owner, UUID dossier) {
        var person = new Person(owner.subject(), owner.name(), owner.address());
        try {
            return onBehalf.of(person, () -> dossiers.get(dossier)).isPresent();
        } catch (BusinessException no) {
            return false;
        }
    }

    private void send(Renewals.Owner owner, UUID dossier, List<Renewal> untold) {
        var page = mailer.site() + "/t/" + tenancy.tenant().alias() + "/dossiers/" + dossier;
        var name = untold.get(0).dossierName();
        var subject = Words.of("renewal.mail.subject", Locale.FRENCH, name, untold.size());
        var text = text(Locale.FRENCH, name, untold) + page + "\n\n--\n" + text(Locale.ENGLISH, name, untold) + page
                + "\n";
        try {
            mailer.send(owner.address(), subject, text, page);
        } catch (Mailer.Refused no) {
            LOG.log(System.Logger.Level.WARNING, "a reminder is not taken, now or later: {0}", no.getMessage());
        } catch (Mailer.NotTaken away) {
            throw new RetryLater(away);
        }
    }

    private static String text(Locale locale, String name, List<Renewal> untold) {
        return Words.of("renewal.mail.text", locale, name) + "\n\n"
                + untold.stream()
                        .map(each -> "- " + each.name() + " ("
                                + Words.of("Renewal." + each.step(), locale) + ", "
                                + each.validUntil() + ")")
                        .collect(Collectors.joining("\n"))
                + "\n\n";
    }

    @Override
    public void gaveUp(OutboxRow row) {
        LOG.log(System.Logger.Level.WARNING, "the reminder about dossier {0} is given up", row.id());
    }
}
