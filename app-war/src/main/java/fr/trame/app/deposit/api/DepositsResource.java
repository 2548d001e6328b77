package fr.trame.app.deposit.api;

import fr.trame.app.deposit.Deposit;
import fr.trame.app.deposit.DepositLink;
import fr.trame.app.deposit.DepositLinks;
import fr.trame.app.deposit.Deposits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links for people without an account, and what came by them. */
@Path("t/{alias}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DepositsResource {

    @Inject
    DepositLinks links;

    @Inject
    Deposits deposits;

    /** @return 200 with the links of a dossier, the latest first, without their tokens */
    @GET
    @Path("dossiers/{id}/deposit-links")
    public List<Map<String, Object>> links(@PathParam("id") UUID id) {
        return links.list(id).stream().map(DepositsResource::json).toList();
    }

    /** Makes a link: 201 with the token of its address {@code /d/{alias}/{token}}, told this once; 422 with the field. */
    @POST
    @Path("dossiers/{id}/deposit-links")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@PathParam("id") UUID id, NewLink asked) {
        var token = links.open(
                id, asked.label == null ? "" : asked.label, moment(asked.endsAt), asked.maxFiles, asked.maxBytes);
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("token", token))
                .build();
    }

    /** Ends a link at once: 204. */
    @DELETE
    @Path("deposit-links/{id}")
    public void revoke(@PathParam("id") UUID id) {
        links.revoke(id);
    }

    /** @return 200 with what waits beside a dossier, the latest first */
    @GET
    @Path("dossiers/{id}/deposits")
    public List<Map<String, Object>> waiting(@PathParam("id") UUID id) {
        return deposits.waiting(id).stream().map(DepositsResource::json).toList();
    }

    /** Makes a deposit a document: 201 with its identifier. */
    @POST
    @Path("deposits/{id}/accept")
    public Response accept(@PathParam("id") UUID id) {
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", deposits.accept(id).toString()))
                .build();
    }

    /** Refuses a deposit: 204. */
    @POST
    @Path("deposits/{id}/refuse")
    public void refuse(@PathParam("id") UUID id) {
        deposits.refuse(id);
    }

    private static OffsetDateTime moment(@Nullable String said) {
        try {
            return said == null ? OffsetDateTime.MIN : OffsetDateTime.parse(said);
        } catch (DateTimeException none) {
            return OffsetDateTime.MIN;
        }
    }

    private static Map<String, Object> json(DepositLink link) {
        return Map.of(
                "id", link.id().toString(),
                "label", link.label(),
                "endsAt", link.endsAt().toString(),
                "open", link.isOpen(),
                "maxFiles", link.maxFiles(),
                "maxBytes", link.maxBytes(),
                "files", link.files(),
                "bytes", link.bytes());
    }

    private static Map<String, Object> json(Deposit deposit) {
        return Map.of(
                "id", deposit.id().toString(),
                "label", deposit.label(),
                "sender", deposit.sender(),
                "name", deposit.name(),
                "size", deposit.size(),
                "sha256", deposit.sha256(),
                "receivedAt", deposit.receivedAt().toString());
    }

    /** {@code endsAt}: a moment with its offset, at most 180 days away. */
    public static class NewLink {
        public @Nullable String label;
        public @Nullable String endsAt;
        public int maxFiles;
        public long maxBytes;
    }
}
