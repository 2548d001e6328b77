package fr.trame.app.identity.web;

import fr.trame.app.identity.AppSignIn;
import fr.trame.app.identity.Pace;
import fr.trame.app.identity.Person;
import fr.trame.app.identity.Refusal;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Names and passwords of programs, at the WebDAV door only; a bearer token is taken there as well. A wrong one is audited
 * in the tenant it was meant for, and who tries many gets 429.
 */
@ApplicationScoped
public class Basic {

    private static final String CHALLENGE = "Basic realm=\"Trame\", charset=\"UTF-8\"";
    private static final int WRONG_A_MINUTE = 20;
    private static final int LONGEST = 1000;

    @Inject
    AppSignIn passwords;

    @Inject
    Tenants tenants;

    @Inject
    TenantContext context;

    @Inject
    Bearer bearer;

    @Inject
    Pace pace;

    @Inject
    Event<Refusal> refusals;

    Bearer.Answer person(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return bearer.person(request);
        }
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6) || header.length() > LONGEST) {
            return refused(401);
        }
        var who = "webdav " + request.getRemoteAddr();
        var tenant = tenants.find(Paths.davTenant(request));
        var person = tenant.flatMap(there -> person(there, header.substring(6).trim()));
        if (person.isPresent()) {
            return new Bearer.Answer(person.get(), 200, "");
        }
        // Asked last: a password of 256 bits is not guessed, and a right one must not pay for a neighbour's wrong ones.
        if (!pace.allows(who, WRONG_A_MINUTE)) {
            return refused(429);
        }
        tenant.ifPresent(this::audit);
        return refused(401);
    }

    private Optional<Person> person(Tenant tenant, String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? passwords.person(tenant, pair[0], pair[1]) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Nobody is named: what was typed may be the name of anybody, or a password in the wrong field. */
    private void audit(Tenant tenant) {
        context.set(tenant);
        refusals.fire(new Refusal("nobody", "WEBDAV_SIGN_IN", "error.not.signed.in"));
    }

    private static Bearer.Answer refused(int status) {
        return new Bearer.Answer(null, status, status == 401 ? CHALLENGE : "");
    }
}
