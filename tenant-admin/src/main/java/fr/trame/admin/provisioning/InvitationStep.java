package fr.trame.admin.provisioning;

import fr.trame.admin.database.OwnerDatabase;
import fr.trame.admin.mail.Mail;
import fr.trame.admin.mail.Mailer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The mail to the first administrator, once per address. The trail keeps a fingerprint of the address, which can be
 * compared and not read. The mail is handed over inside the transaction that records it: a server that does not take
 * it leaves no record, and only a kill in the instant between the two could send it again, under the same message id.
 */
record InvitationStep(String email, String publicUrl, OwnerDatabase database, Mailer mailer) implements Step {

    private static final String OPERATION = "ADMIN_INVITED";
    private static final String TEXT =
            """
        Bonjour,

        L’espace « %1$s » vient d’être ouvert sur Trame. Vous en assurez l’administration.

        Pour entrer :
        1. ouvrez %2$s/t/%3$s/
        2. à votre première visite, choisissez « Mot de passe oublié » et indiquez l’adresse
           %4$s : vous recevrez un lien pour choisir votre mot de passe.

        Si vous n’attendiez pas ce message, ignorez-le : sans ce lien, personne n’entre avec votre adresse.
        """;

    @Override
    public String name() {
        return "invitation";
    }

    @Override
    public String complete(Tenant tenant) {
        var fingerprint = fingerprint(tenant);
        return database.inTenant(tenant.id(), connection -> {
            if (AuditTrail.tells(connection, OPERATION, fingerprint)) {
                return "";
            }
            AuditTrail.done(connection, OPERATION, tenant.id(), fingerprint);
            mailer.send(mail(tenant, fingerprint));
            return "sent to " + email;
        });
    }

    private Mail mail(Tenant tenant, String fingerprint) {
        var name = tenant.properties().name();
        var subject = "Trame : vous administrez l’espace « " + name + " »";
        var text = TEXT.formatted(name, publicUrl.replaceAll("/+$", ""), tenant.alias(), email);
        return new Mail(email, subject, text, "invitation-" + fingerprint);
    }

    private String fingerprint(Tenant tenant) {
        var text = tenant.id() + " " + email.toLowerCase(Locale.ROOT);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
