package fr.trame.app.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The node can serve when the database answers. Index, store, extractor and identity server are not asked: without them
 * the product does less, and a balancer that took every node away for one of them would leave nothing.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    @Resource(lookup = "java:app/jdbc/trame")
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
            return answer.up().build();
        } catch (SQLException away) {
            return answer.down().build();
        }
    }
}
