package fr.trame.app.deposit;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Quarantine;
import fr.trame.app.dossier.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;

/** Takes the bytes of outsiders in, as far as their link has room; not transactional, because they come by the network. */
@ApplicationScoped
public class DepositIntake {

    @Inject
    Deposits deposits;

    @Inject
    Uploads uploads;

    @Inject
    Quarantine quarantine;

    /**
     * Takes one file.
     *
     * @param size as announced, or -1
     * @throws BusinessException NOT_FOUND when the link is not open, TOO_LARGE when the file is or the quota is spent,
     *     INVALID, UNSUPPORTED_TYPE, REFUSED or UNAVAILABLE as for uploads
     */
    public void receive(String token, String sender, String name, InputStream bytes, long size) throws IOException {
        var link = deposits.find(token).orElseThrow(() -> BusinessException.notFound("deposit.closed"));
        if (sender.isBlank()) {
            throw BusinessException.invalid("sender", "deposit.sender");
        }
        if (!link.isOpen() || size > link.left()) {
            throw BusinessException.file(BusinessException.Kind.TOO_LARGE, "deposit.full");
        }
        quarantine.requireTaken(name);
        var file = uploads.keep(name, bytes, size, link.left());
        try {
            deposits.receive(token, sender, file);
        } catch (BusinessException no) {
            uploads.giveUp(file);
            throw no;
        }
    }
}
