package fr.trame.app.renewal.api;

import fr.trame.app.renewal.Renewal;
import fr.trame.app.renewal.Renewals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** {@code /api/t/{alias}/renewals}: required pieces that expire within thirty days, or have expired. */
@Path("t/{alias}/renewals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RenewalsResource {

    @Inject
    Renewals renewals;

    /** @return 200 with what this person may read of it, the most urgent first, at most 500 */
    @GET
    public List<Map<String, Object>> list() {
        return renewals.list().stream().map(RenewalsResource::json).toList();
    }

    private static Map<String, Object> json(Renewal renewal) {
        return Map.of(
                "document", renewal.document().toString(),
                "name", renewal.name(),
                "kind", renewal.kind(),
                "validUntil", renewal.validUntil().toString(),
                "step", renewal.step().name(),
                "dossier", renewal.dossier().toString(),
                "dossierName", renewal.dossierName());
    }
}
