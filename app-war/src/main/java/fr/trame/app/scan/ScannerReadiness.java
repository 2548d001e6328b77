package fr.trame.app.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells operators how the antivirus is. It never takes the node away: without it uploads wait, and all else goes on.
 */
@Readiness
@ApplicationScoped
public class ScannerReadiness implements HealthCheck {

    private static final long KEPT_NANOS = 10_000_000_000L;

    @Inject
    VirusScanner scanner;

    private record Told(String words, long at) {}

    private volatile Told told = new Told("", System.nanoTime() - KEPT_NANOS);

    @Override
    public HealthCheckResponse call() {
        if (System.nanoTime() - told.at() >= KEPT_NANOS) {
            told = new Told(ask(), System.nanoTime());
        }
        return HealthCheckResponse.named("antivirus")
                .withData("state", told.words())
                .up()
                .build();
    }

    private String ask() {
        if (!scanner.isThere()) {
            return "none";
        }
        try {
            return scanner.version();
        } catch (VirusScanner.ScannerUnavailable away) {
            return "away";
        }
    }
}
