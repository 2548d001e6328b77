package fr.trame.app.api;

import fr.trame.app.BusinessException;
import fr.trame.app.Outage;
import fr.trame.app.Words;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One mapper for everything that can go wrong behind the REST door; nothing of the inside is told. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessException no) {
                return business(no);
            }
            if (cause instanceof OptimisticLockException) {
                return business(BusinessException.conflict("fiche.changed.meanwhile"));
            }
            if (cause instanceof JsonbException || cause instanceof JsonException) {
                return problem("body.not.json", 400, Words.of("api.body.not.json", locale()), null);
            }
        }
        if (thrown instanceof WebApplicationException http) {
            var status = http.getResponse().getStatus();
            var words = status == 400 ? "api.body.not.json" : "api.http";
            return problem("http." + status, status, Words.of(words, locale(), status), null);
        }
        if (thrown instanceof ProcessingException) {
            return problem("body.not.json", 400, Words.of("api.body.not.json", locale()), null);
        }
        if (Outage.isOfTheDatabase(thrown)) {
            LOG.log(System.Logger.Level.WARNING, "the database cannot serve: {0}", thrown.toString());
            return business(BusinessException.unavailable("database.unavailable"));
        }
        LOG.log(System.Logger.Level.ERROR, "the REST door failed", thrown);
        return problem("internal", 500, Words.of("api.internal", locale()), null);
    }

    private Response business(BusinessException no) {
        var response = Response.fromResponse(problem(no.key(), no.kind().status(), Words.of(no, locale()), no.field()));
        return no.kind() == BusinessException.Kind.UNAVAILABLE
                ? response.header("Retry-After", 30).build()
                : response.build();
    }

    private static Response problem(String key, int status, String detail, @Nullable String field) {
        var title = Response.Status.fromStatusCode(status);
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(
                        "urn:trame:problem:" + key,
                        title == null ? key : title.getReasonPhrase(),
                        status,
                        detail,
                        field))
                .build();
    }

    private Locale locale() {
        return Locale.ENGLISH.getLanguage().equals(request.getLocale().getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
    }
}
