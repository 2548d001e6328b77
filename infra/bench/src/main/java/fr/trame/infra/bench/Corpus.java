package fr.trame.infra.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Documents of ten pages, written into the database as if they had been uploaded and extracted; the operator's rebuild
 * then brings them into the index by the usual way. Their bytes are in no store: search does not need them.
 */
final class Corpus {

    private static final int PAGES_OF_A_DOCUMENT = 10;
    private static final int PAGE = 2_000;
    private static final int DOCUMENTS_AT_ONCE = 50;
    private static final int KEPT_FOR_QUESTIONS = 1_000;

    private static final String OBJECTS =
            "insert into stored_object (object_key, linked) select 'bench/' || id, true from unnest(?::uuid[]) id";
    private static final String DOCUMENTS =
            """
            insert into document (id, dossier_id, name, media_type, size, sha256, object_key, state, pages, uploaded_by)
            select id, ?::uuid, name, 'application/pdf', 100000, repeat('0', 64), 'bench/' || id, 'INDEXED', ?, 'bench'
            from unnest(?::uuid[], ?::text[]) as made (id, name)
            """;
    private static final String PAGES =
            """
            insert into document_page (document_id, page, content)
            select document, page, content from unnest(?::uuid[], ?::int[], ?::text[]) as made (document, page, content)
            """;

    private final Place place;
    private final Words words = new Words(13);
    private final List<String> remembered = new ArrayList<>();
    private int pages;

    Corpus(Place place) {
        this.place = place;
    }

    /** Adds documents until there are that many pages, then rebuilds the index. */
    void grow(int wanted) {
        while (pages < wanted) {
            int documents = Math.min(DOCUMENTS_AT_ONCE, (wanted - pages) / PAGES_OF_A_DOCUMENT);
            if (documents == 0) {
                break;
            }
            place.database().inTenant(place.tenant(), connection -> write(connection, documents));
            pages += documents * PAGES_OF_A_DOCUMENT;
        }
        place.analyze();
        place.rebuildIndex();
    }

    /** Some of the pages; the same ones whatever was added later. */
    List<String> remembered() {
        return List.copyOf(remembered);
    }

    private int write(Connection connection, int documents) throws SQLException {
        var ids = new UUID[documents];
        var names = new String[documents];
        var owners = new UUID[documents * PAGES_OF_A_DOCUMENT];
        var numbers = new Integer[owners.length];
        var texts = new String[owners.length];
        for (int document = 0; document < documents; document++) {
            ids[document] = UUID.randomUUID();
            names[document] = words.word() + " " + words.word() + " " + words.word() + ".pdf";
            for (int page = 0; page < PAGES_OF_A_DOCUMENT; page++) {
                int at = document * PAGES_OF_A_DOCUMENT + page;
                owners[at] = ids[document];
                numbers[at] = page + 1;
                texts[at] = words.text(PAGE);
                if (remembered.size() < KEPT_FOR_QUESTIONS) {
                    remembered.add(texts[at]);
                }
            }
        }
        run(connection, OBJECTS, array(connection, "uuid", ids));
        run(
                connection,
                DOCUMENTS,
                place.dossier(),
                PAGES_OF_A_DOCUMENT,
                array(connection, "uuid", ids),
                array(connection, "text", names));
        return run(
                connection,
                PAGES,
                array(connection, "uuid", owners),
                array(connection, "int4", numbers),
                array(connection, "text", texts));
    }

    private static java.sql.Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
