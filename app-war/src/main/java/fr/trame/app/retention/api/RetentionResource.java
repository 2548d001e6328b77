package fr.trame.app.retention.api;

import fr.trame.app.retention.FinalSort;
import fr.trame.app.retention.Period;
import fr.trame.app.retention.RetentionRule;
import fr.trame.app.retention.Rules;
import fr.trame.app.retention.StartEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long what is kept is kept. The rules are changed by administrators; 403 for others. */
@Path("t/{alias}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {

    /** What an address says for documents without a kind. */
    private static final String NONE = "NONE";

    @Inject
    Rules rules;

    /** @return 200 with the rule of each kind of piece, {@code NONE} for what has none last */
    @GET
    @Path("document-kinds/rules")
    public List<Map<String, Object>> rules() {
        return rules.list().stream().map(RetentionResource::json).toList();
    }

    /** Says how long a kind is kept: 204, 422 with the field. */
    @PUT
    @Path("retention/rules/{kind}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void set(@PathParam("kind") String kind, Said said) {
        rules.set(
                kind.equals(NONE) ? "" : kind,
                said.months,
                one(StartEvent.class, said.start),
                one(FinalSort.class, said.sort));
    }

    /** Takes the rule the product suggests again: 204. */
    @DELETE
    @Path("retention/rules/{kind}")
    public void reset(@PathParam("kind") String kind) {
        rules.reset(kind.equals(NONE) ? "" : kind);
    }

    /** @return 200 with the rule of a document and, once it is counted, its first and last day */
    @GET
    @Path("documents/{id}/retention")
    public Map<String, Object> of(@PathParam("id") UUID id) {
        return json(rules.of(id));
    }

    private static <T extends Enum<T>> @Nullable T one(Class<T> type, @Nullable String said) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(said))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Object> json(Period period) {
        var json = json(period.rule());
        if (period.startedOn() != null) {
            json.put("startedOn", period.startedOn().toString());
        }
        if (period.endsOn() != null) {
            json.put("endsOn", period.endsOn().toString());
        }
        return json;
    }

    private static Map<String, Object> json(RetentionRule rule) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", rule.kind().isEmpty() ? NONE : rule.kind());
        json.put("months", rule.months());
        json.put("start", rule.start().name());
        json.put("sort", rule.sort().name());
        json.put("own", rule.own());
        return json;
    }

    /** {@code months} 1 to 1,200, {@code start} and {@code sort} by their names. */
    public static class Said {
        public int months;
        public @Nullable String start;
        public @Nullable String sort;
    }
}
