package fr.trame.app.dossier.api;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Piece;
import fr.trame.app.dossier.Pieces;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What documents are, and which pieces a dossier must hold. */
@Path("t/{alias}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PiecesResource {

    @Inject
    Pieces pieces;

    /** @return 200 with the pieces a dossier must hold, each {@code PRESENT}, {@code MISSING} or {@code EXPIRED} */
    @GET
    @Path("dossiers/{id}/pieces")
    public List<Map<String, Object>> required(@PathParam("id") UUID id) {
        return pieces.required(id).stream().map(PiecesResource::json).toList();
    }

    /** Says which pieces a dossier must hold: 204, 422 for a kind that does not exist. */
    @PUT
    @Path("dossiers/{id}/pieces")
    @Consumes(MediaType.APPLICATION_JSON)
    public void require(@PathParam("id") UUID id, Wanted wanted) {
        pieces.require(id, wanted.kinds == null ? List.of() : wanted.kinds);
    }

    /** @return 200 with the tags of a document */
    @GET
    @Path("documents/{id}/tags")
    public List<String> tags(@PathParam("id") UUID id) {
        return pieces.tags(id);
    }

    /** Says what a document is: 204, 422 for a kind that does not exist, a date that is none or too many tags. */
    @PUT
    @Path("documents/{id}/classification")
    @Consumes(MediaType.APPLICATION_JSON)
    public void classify(@PathParam("id") UUID id, Classification said) {
        pieces.classify(id, said.kind, date(said.validUntil), said.tags == null ? List.of() : said.tags);
    }

    private static @Nullable LocalDate date(@Nullable String said) {
        try {
            return said == null ? null : LocalDate.parse(said);
        } catch (DateTimeException none) {
            throw BusinessException.invalid("validUntil", "document.date.none");
        }
    }

    private static Map<String, Object> json(Piece piece) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", piece.kind().code());
        json.put("state", piece.state().name());
        if (piece.document() != null) {
            json.put("document", piece.document().toString());
        }
        if (piece.validUntil() != null) {
            json.put("validUntil", piece.validUntil().toString());
        }
        return json;
    }

    /** {@code kinds}: codes. */
    public static class Wanted {
        public @Nullable List<String> kinds;
    }

    /** {@code kind}: a code, {@code validUntil}: a date, {@code tags}: at most 20 of at most 50 characters. */
    public static class Classification {
        public @Nullable String kind;
        public @Nullable String validUntil;
        public @Nullable List<String> tags;
    }
}
