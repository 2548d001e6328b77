package fr.trame.infra.stack.part;

import fr.trame.infra.stack.process.Health;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import java.util.List;

/** Takes every mail and delivers none; tests and people read them over its REST door. Forgets them when it stops. */
public final class Mail extends JavaService {

    private static final int HEALTHY = 200;

    public Mail(Site site) {
        super(site, Part.MAIL, "greenmail");
    }

    @Override
    List<String> machineOptions() {
        return List.of(
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dgreenmail.auth.disabled",
                "-Dgreenmail.smtp.hostname=" + Site.LOOPBACK,
                "-Dgreenmail.smtp.port=" + site.port(Port.SMTP),
                "-Dgreenmail.api.hostname=" + Site.LOOPBACK,
                "-Dgreenmail.api.port=" + site.port(Port.MAIL));
    }

    @Override
    public boolean isReady() {
        return Health.status(health(), "") == HEALTHY
                && Health.isWell("tcp://" + Site.LOOPBACK + ":" + site.port(Port.SMTP));
    }

    @Override
    public String health() {
        return site.ports().url(Port.MAIL) + "/api/service/readiness";
    }

    @Override
    public String greeting() {
        return "ready, caught mails at " + site.ports().url(Port.MAIL);
    }
}
