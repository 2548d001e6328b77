package fr.trame.app.coedit.postgresql;

import fr.trame.app.coedit.Announced;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/**
 * Waits for notices on a connection of its own, because one of the pool is nobody's for long. What was said while it was
 * away is not heard: after each new beginning every open document looks by itself.
 */
@ApplicationScoped
public class Notices {

    private static final System.Logger LOG = System.getLogger(Notices.class.getName());
    private static final int WAIT_MILLIS = 5_000;
    private static final int AGAIN_MILLIS = 2_000;

    @Inject
    @ConfigProperty(name = "trame.db.url")
    String url;

    @Inject
    @ConfigProperty(name = "trame.db.user")
    String role;

    @Inject
    @ConfigProperty(name = "trame.db.password")
    String password;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Event<Announced> announced;

    private volatile boolean stopped;
    private volatile @Nullable Connection open;

    void start(@Observes @Initialized(ApplicationScoped.class) Object ignored) {
        threads.newThread(this::listen).start();
    }

    void stop(@Observes @Destroyed(ApplicationScoped.class) Object ignored) {
        stopped = true;
        var connection = open;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException gone) {
                LOG.log(System.Logger.Level.DEBUG, "the connection was gone", gone);
            }
        }
    }

    private void listen() {
        while (!stopped) {
            try (var connection = connect()) {
                open = connection;
                hear(connection);
            } catch (SQLException away) {
                if (!stopped) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "notices of the database are not heard: {0}",
                            away.getMessage());
                    pause();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen coedit");
            announced.fire(Announced.all());
            var notices = connection.unwrap(PGConnection.class);
            while (!stopped) {
                var heard = notices.getNotifications(WAIT_MILLIS);
                if (heard == null || heard.length == 0) {
                    statement.execute("select 1"); // a line that was cut says nothing by itself
                    continue;
                }
                for (var each : heard) {
                    tell(each.getParameter());
                }
            }
        }
    }

    private void tell(String payload) {
        var words = payload.split(" ");
        if (words.length == 2) {
            announced.fire(new Announced(UUID.fromString(words[0]), UUID.fromString(words[1])));
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketTimeout", "30");
        var connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("the address is not one of PostgreSQL");
        }
        return connection;
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
