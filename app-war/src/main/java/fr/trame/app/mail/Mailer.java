package fr.trame.app.mail;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends what the product tells people by mail, as text. Called outside of transactions: it travels over the network. */
@ApplicationScoped
public class Mailer {

    @Inject
    @ConfigProperty(name = "trame.public.url")
    String site;

    @Inject
    @ConfigProperty(name = "trame.smtp.host", defaultValue = "localhost")
    String host;

    @Inject
    @ConfigProperty(name = "trame.smtp.port", defaultValue = "25")
    int port;

    @Inject
    @ConfigProperty(name = "trame.smtp.starttls", defaultValue = "false")
    boolean starttls;

    @Inject
    @ConfigProperty(name = "trame.mail.from", defaultValue = "trame@localhost")
    String from;

    /** @return where the browser reaches the product, without a stroke at the end */
    public String site() {
        return site;
    }

    /**
     * Sends one message to one person.
     *
     * @param address of the page where the person ends such messages, or reads why they come
     * @throws Refused when it never will for this address
     * @throws NotTaken when the mail server does not take it now
     */
    public void send(String to, String subject, String text, String address) {
        try {
            var message = new MimeMessage(Session.getInstance(properties()));
            message.setFrom(new InternetAddress(from));
            message.setRecipient(RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(subject.replaceAll("\\p{Cntrl}", " "), StandardCharsets.UTF_8.name());
            message.setText(text, StandardCharsets.UTF_8.name());
            message.setHeader("Date", RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("List-Unsubscribe", "<" + address + ">");
            Transport.send(message);
        } catch (AddressException noAddress) {
            throw new Refused(noAddress);
        } catch (SendFailedException refused) {
            throw isForGood(refused) ? new Refused(refused) : new NotTaken(refused);
        } catch (MessagingException notTaken) {
            throw new NotTaken(notTaken);
        }
    }

    /** The mail server said of the address that there is none. */
    private static boolean isForGood(SendFailedException failure) {
        return failure.getInvalidAddresses() != null && failure.getInvalidAddresses().length > 0;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.connectiontimeout", "2000");
        properties.put("mail.smtp.timeout", "10000");
        properties.put("mail.smtp.writetimeout", "10000");
        properties.put("mail.smtp.starttls.enable", String.valueOf(starttls));
        properties.put("mail.smtp.starttls.required", String.valueOf(starttls));
        return properties;
    }

    /** The mail server does not take anything for this address, now or later. */
    public static class Refused extends NotTaken {

        private static final long serialVersionUID = 1L;

        Refused(Throwable cause) {
            super(cause);
        }
    }

    /** The mail server is away, or refuses. */
    public static class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTaken(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }
}
