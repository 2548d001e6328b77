package fr.trame.app.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Sessions that the identity server ended. Kept in the database, so that each node knows; asked through a local memory
 * of 10 s, so that a request costs no query of its own. Plain JDBC, because it runs before a tenant is entered.
 */
@ApplicationScoped
public class RevokedSessions {

    private static final long FRESH_MILLIS = 10_000;
    private static final int AT_MOST = 10_000;

    @Resource(lookup = "java:app/jdbc/trame")
    DataSource database;

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** @return whether the identity server ended that session */
    public boolean contains(String sid) {
        var now = System.currentTimeMillis();
        var known = answers.get(sid);
        if (known != null && (known.revoked() || known.at() > now - FRESH_MILLIS)) {
            return known.revoked();
        }
        if (answers.size() > AT_MOST) {
            answers.clear();
        }
        var revoked = ask(sid);
        answers.put(sid, new Answer(revoked, now));
        return revoked;
    }

    /** Ends a session, and forgets those that ended so long ago that they could not live any more. */
    public void add(String sid) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into revoked_session (sid) values (?) on conflict do nothing");
                var clean = connection.prepareStatement(
                        "delete from revoked_session where revoked_at < now() - interval '1 day'")) {
            insert.setString(1, sid);
            insert.executeUpdate();
            clean.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot end the session", failure);
        }
        answers.put(sid, new Answer(true, System.currentTimeMillis()));
    }

    private boolean ask(String sid) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select 1 from revoked_session where sid = ?")) {
            select.setString(1, sid);
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read ended sessions", failure);
        }
    }

    private record Answer(boolean revoked, long at) {}
}
