package fr.trame.app.search;

import fr.trame.app.BusinessException;
import fr.trame.app.Words;
import fr.trame.app.mail.Mailer;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells by mail what is new in a saved search. */
@ApplicationScoped
public class AlertMail {

    private static final int NAMED = 20;

    @Inject
    Mailer mailer;

    @Inject
    TenantContext tenancy;

    /**
     * Sends.
     *
     * @param news what the owner may read of it now
     * @throws BusinessException UNAVAILABLE when the mail server does not take it
     */
    void send(AlertTurns.Turn turn, List<HitCheck.Place> news) {
        var name = turn.search().name();
        var subject = Words.of("search.alert.subject", Locale.FRENCH, name, news.size());
        var text = text(Locale.FRENCH, name, news) + "\n--\n" + text(Locale.ENGLISH, name, news);
        try {
            mailer.send(turn.address(), subject, text, own());
        } catch (Mailer.NotTaken notTaken) {
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
        return mailer.site() + "/t/" + tenancy.tenant().alias() + "/searches";
    }
}
