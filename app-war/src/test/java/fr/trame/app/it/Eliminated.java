package fr.trame.app.it;

import java.net.http.HttpRequest.BodyPublishers;

/** Letters of commitment that came two years ago, and elimination lists of the demonstration's region. */
final class Eliminated {

    private static final Caller ADMIN = Caller.as("admin-ara");

    private Eliminated() {}

    /** Drops the list that is proposed, if there is one, and waits until none is carried out. */
    static void quiet() {
        Product.waitUntil("no list is at work", () -> {
            var lists = ADMIN.get("/retention/eliminations");
            lists.json().forEach(list -> {
                if (list.path("state").asText().equals("PROPOSED")) {
                    ADMIN.send(
                            "DELETE",
                            "/retention/eliminations/" + list.path("id").asText(),
                            BodyPublishers.noBody());
                }
            });
            return !lists.text().contains("\"RUNNING\"");
        });
    }

    /** @return the identifier of a letter that came two years ago and was read */
    static String old(Place place, String name, byte[] bytes) {
        var id = place.upload(name, bytes);
        place.indexed(id);
        var kind = place.caller().put("/documents/" + id + "/classification", "{\"kind\": \"LETTRE_ENGAGEMENT\"}");
        if (kind.status() != 204) {
            throw new AssertionError(kind.toString());
        }
        Rows.of(Product.ARA)
                .text(
                        "update document set uploaded_at = now() - interval '2 years', version = version + 1"
                                + " where id::text = ? returning id",
                        id);
        return id;
    }
}
