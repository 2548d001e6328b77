package fr.trame.app.search;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import fr.trame.app.BusinessException;
import fr.trame.app.Words;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells by mail what is new in a saved search. */
@ApplicationScoped
public class AlertMail {

    private static final int NAMED = 20;

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

    @Inject
    TenantContext tenancy;

    /**
     * Sends.
     *
     * @param news what the owner may read of it now
     * @throws BusinessException UNAVAILABLE when the mail server does not take it
     */
    void send(AlertTurns.Turn turn, List<HitCheck.Place> news) {
        try {
            var message = new MimeMessage(Session.getInstance(properties()));
            message.setFrom(new InternetAddress(from));
            message.setRecipient(RecipientType.TO, new InternetAddress(turn.address(), true));
            var name = turn.search().name();
            message.setSubject(
                    Words.of("search.alert.subject", Locale.FRENCH, name, news.size())
                            .replaceAll("\\p{Cntrl}", " "),
                    StandardCharsets.UTF_8.name());
            message.setText(
                    text(Locale.FRENCH, name, news) + "\n--\n" + text(Locale.ENGLISH, name, news),
                    StandardCharsets.UTF_8.name());
            message.setHeader("Date", RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("List-Unsubscribe", "<" + own() + ">");
            Transport.send(message);
        } catch (MessagingException notTaken) {
            throw BusinessException.unavailable("search.alert.not.sent", String.valueOf(notTaken.getMessage()));
        }
    }

    private String text(Locale locale, String name, List<HitCheck.Place> news) {
        var titles = news.stream()
                .limit(NAMED)
                .map(each -> "- " + each.title() + " (" + each.name() + ")")
                .collect(Collectors.joining("\n"));
        return Words.of("search.alert.text", locale, name, tenancy.tenant().name(), news.size()) + "\n\n" + titles
                + "\n\n" + Words.of("search.alert.stop", locale) + "\n" + own() + "\n";
    }

    private String own() {
        return site + "/t/" + tenancy.tenant().alias() + "/searches";
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
}
