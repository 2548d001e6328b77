package fr.trame.app.quota;

import fr.trame.app.Words;
import fr.trame.app.mail.Mailer;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import fr.trame.app.storage.Quota;
import fr.trame.app.storage.Room;
import fr.trame.app.storage.StorageEvent;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Tells the administrators by mail that a level of the tenant's room was crossed, once for each crossing. */
@ApplicationScoped
public class QuotaAlert implements OutboxListener {

    private static final System.Logger LOG = System.getLogger(QuotaAlert.class.getName());
    private static final long MEGABYTE = 1_000_000;

    @Inject
    Usage usage;

    @Inject
    Quota quota;

    @Inject
    TenantContext tenancy;

    @Inject
    Mailer mailer;

    @Override
    public String type() {
        return StorageEvent.QUOTA;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        var room = quota.room();
        if (room.quota() != null) {
            rows.forEach(row -> tell(row.version(), room));
        }
    }

    /** Who was told is not told again because another address is refused: only when nobody was it is tried again. */
    private void tell(long level, Room room) {
        var told = 0;
        RuntimeException refused = null;
        for (var to : usage.administrators()) {
            try {
                send(to, level, room);
                told++;
            } catch (Mailer.NotTaken no) {
                LOG.log(System.Logger.Level.WARNING, "a warning about room was not taken: {0}", no.getMessage());
                refused = no;
            }
        }
        if (told == 0 && refused != null && !(refused instanceof Mailer.Refused)) {
            throw new RetryLater(refused);
        }
    }

    private void send(String to, long level, Room room) {
        var page = mailer.site() + "/t/" + tenancy.tenant().alias() + "/storage";
        var subject =
                Words.of("quota.mail.subject", Locale.FRENCH, tenancy.tenant().name(), level);
        var text =
                text(Locale.FRENCH, level, room) + page + "\n\n--\n" + text(Locale.ENGLISH, level, room) + page + "\n";
        mailer.send(to, subject, text, page);
    }

    private String text(Locale locale, long level, Room room) {
        return Words.of(
                        "quota.mail.text",
                        locale,
                        tenancy.tenant().name(),
                        level,
                        room.used() / MEGABYTE,
                        Objects.requireNonNull(room.quota()) / MEGABYTE)
                + "\n";
    }

    @Override
    public void gaveUp(OutboxRow row) {
        LOG.log(System.Logger.Level.WARNING, "the warning about the room of {0} is given up", row.id());
    }
}
