package fr.trame.app.comment.api;

import fr.trame.app.comment.CommentView;
import fr.trame.app.comment.Comments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people say of a document. Words come as they were written: who shows them escapes them. */
@Path("t/{alias}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CommentsResource {

    @Inject
    Comments comments;

    /** @return 200 with the threads of a document, the oldest first, each a list that begins with its first comment */
    @GET
    @Path("documents/{id}/comments")
    public List<List<Map<String, Object>>> list(@PathParam("id") UUID id) {
        return comments.list(id).stream()
                .map(thread -> thread.all().stream().map(CommentsResource::json).toList())
                .toList();
    }

    /** Says something: 201 with its identifier, 422 with the field, 404 for an answer to what is not there. */
    @POST
    @Path("documents/{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("id") UUID id, Said said) {
        var added = comments.add(id, said.parent, said.page, said.text == null ? "" : said.text);
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", added.toString()))
                .build();
    }

    /** Says it otherwise: 204, 403 for what somebody else said. */
    @PUT
    @Path("comments/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void revise(@PathParam("id") UUID id, Said said) {
        comments.revise(id, said.text == null ? "" : said.text);
    }

    /** Takes it back: 204, 403 for what somebody else said. */
    @DELETE
    @Path("comments/{id}")
    public void takeBack(@PathParam("id") UUID id) {
        comments.takeBack(id);
    }

    /** Settles its thread or takes it up again: 204. */
    @PUT
    @Path("comments/{id}/resolved")
    @Consumes(MediaType.APPLICATION_JSON)
    public void settle(@PathParam("id") UUID id, Settled settled) {
        comments.settle(id, settled.resolved);
    }

    private static Map<String, Object> json(CommentView comment) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", comment.id().toString());
        if (comment.page() > 0) {
            json.put("page", comment.page());
        }
        json.put("text", comment.text());
        json.put("author", comment.author());
        json.put("own", comment.own());
        json.put("createdAt", comment.createdAt().toString());
        json.put("edited", comment.edited());
        json.put("deleted", comment.takenBack());
        if (!comment.reply()) {
            json.put("resolved", comment.resolved());
        }
        return json;
    }

    /** {@code text} 1 to 4,000 characters, {@code page} 0 for none, {@code parent} what it answers. */
    public static class Said {
        public @Nullable String text;
        public @Nullable UUID parent;
        public int page;
    }

    /** {@code resolved}: whether the thread is settled. */
    public static class Settled {
        public boolean resolved;
    }
}
