package fr.trame.admin.mail;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import fr.trame.admin.Refused;
import fr.trame.admin.ServiceFailure;
import fr.trame.admin.Settings;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;

/** Hands mail over to the operator's mail server. */
public final class Mailer {

    public static final List<String> SETTINGS = List.of("TRAME_SMTP_HOST", "TRAME_SMTP_PORT", "TRAME_MAIL_FROM");

    private static final int LONGEST_ADDRESS = 254;
    private static final int HIGHEST_PORT = 65535;

    private final Session session;
    private final InternetAddress from;
    private final String server;

    private Mailer(Session session, InternetAddress from, String server) {
        this.session = session;
        this.from = from;
        this.server = server;
    }

    public static Mailer from(Settings settings) {
        settings.require(SETTINGS);
        var host = settings.get("TRAME_SMTP_HOST");
        var port = settings.number("TRAME_SMTP_PORT", 0, 1, HIGHEST_PORT);
        var from = address("TRAME_MAIL_FROM", settings.get("TRAME_MAIL_FROM"));
        var session = Session.getInstance(properties(settings, host, port), credentials(settings));
        return new Mailer(session, from, host + ":" + port);
    }

    /**
     * @param option what the operator has to correct
     * @throws Refused when this cannot be an address
     */
    public static InternetAddress address(String option, String text) {
        try {
            var address = new InternetAddress(text, true);
            if (text.length() <= LONGEST_ADDRESS && text.equals(address.getAddress()) && text.contains("@")) {
                return address;
            }
        } catch (AddressException notAnAddress) {
            // told below, like an address with a name around it
        }
        throw new Refused(option + " '" + text + "' is not a mail address: write it as name@example.org.");
    }

    /** @throws ServiceFailure when the server does not take the mail */
    public void send(Mail mail) {
        try {
            Transport.send(message(mail));
        } catch (MessagingException notTaken) {
            throw new ServiceFailure(
                    "The mail server " + server + " did not take the mail: " + notTaken.getMessage(), notTaken);
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        var message = new Keyed(session, "<" + mail.key() + "@" + domain() + ">");
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Date", RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
        return message;
    }

    private String domain() {
        var address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private static Properties properties(Settings settings, String host, int port) {
        var properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.connectiontimeout", "2000");
        properties.put("mail.smtp.timeout", "10000");
        properties.put("mail.smtp.writetimeout", "10000");
        var startTls = settings.get("TRAME_SMTP_STARTTLS", "false");
        properties.put("mail.smtp.starttls.enable", startTls);
        properties.put("mail.smtp.starttls.required", startTls);
        properties.put("mail.smtp.ssl.enable", settings.get("TRAME_SMTP_SSL", "false"));
        properties.put("mail.smtp.auth", settings.get("TRAME_SMTP_AUTH", "false"));
        return properties;
    }

    private static Authenticator credentials(Settings settings) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.get("TRAME_SMTP_USER"), settings.get("TRAME_SMTP_PASSWORD"));
            }
        };
    }

    /** The library gives a message a new identifier when it is sent; this one keeps its own. */
    private static final class Keyed extends MimeMessage {

        private final String key;

        Keyed(Session session, String key) {
            super(session);
            this.key = key;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", key);
        }
    }
}
