package fr.trame.infra.relevance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** PostgreSQL's own full text search in its configuration for French, any word being enough, as it ranks. */
final class PostgresText implements Engine {

    private static final String MAKE =
            """
            create temporary table judged (
                id text primary key,
                words tsvector not null)
            """;

    private static final String FILL =
            """
            insert into judged
            values (?, setweight(to_tsvector('french', ?), 'A') || to_tsvector('french', left(?, 600000)))
            """;

    private static final String ASK =
            """
            select id
            from judged, (select replace(plainto_tsquery('french', ?)::text, '&', '|')::tsquery as asked) question
            where words @@ asked
            order by ts_rank(words, asked, 1) desc, id
            limit ?
            """;

    private static final int FEW = 1_000;

    private final Connection connection;
    private int texts;

    PostgresText(Map<String, String> settings) throws SQLException {
        connection = DriverManager.getConnection(
                Objects.requireNonNull(settings.get("TRAME_DB_URL"), "TRAME_DB_URL"),
                settings.get("TRAME_OWNER_DB_USER"),
                settings.get("TRAME_OWNER_DB_PASSWORD"));
    }

    @Override
    public String name() {
        return "PostgreSQL french";
    }

    /** It reads every text that has one of the words to rank it, a third of a collection for one question. */
    @Override
    public int oneIn() {
        return texts > FEW ? 6 : 1;
    }

    @Override
    public void load(Judged judged) throws SQLException {
        texts = judged.texts().size();
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists judged");
            statement.execute(MAKE);
        }
        try (var fill = connection.prepareStatement(FILL)) {
            for (var text : judged.texts()) {
                fill.setString(1, text.id());
                fill.setString(2, text.title());
                fill.setString(3, text.body());
                fill.executeUpdate();
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("create index on judged using gin (words)");
            statement.execute("analyze judged");
        }
    }

    @Override
    public synchronized List<String> ask(String words) throws SQLException {
        var answers = new ArrayList<String>();
        try (var ask = connection.prepareStatement(ASK)) {
            ask.setString(1, words);
            ask.setInt(2, Figures.DEPTH);
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
        }
        return answers;
    }

    @Override
    public void leave() throws SQLException {
        connection.close();
    }
}
