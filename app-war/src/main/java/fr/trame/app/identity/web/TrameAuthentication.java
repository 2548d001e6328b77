package fr.trame.app.identity.web;

import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * The one mechanism: bearer tokens and nothing else for the API, these or app passwords for WebDAV, a signed-in session for pages. What is public is listed
 * here; the rest is closed.
 */
@ApplicationScoped
public class TrameAuthentication implements HttpAuthenticationMechanism {

    /** Request attribute that holds the {@link Person}. */
    static final String PERSON = Person.class.getName();

    @Inject
    Sessions sessions;

    @Inject
    Bearer bearer;

    @Inject
    Basic basic;

    @Inject
    OidcClient oidc;

    @Inject
    CurrentUser user;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            return Paths.isPublic(request) ? context.doNothing() : authenticate(request, response, context);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private AuthenticationStatus authenticate(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        if (Paths.isApi(request)) {
            var answer = bearer.person(request);
            if (answer.person() == null) {
                answer.refuse(response);
                return AuthenticationStatus.SEND_FAILURE;
            }
            return accept(answer.person(), request, context);
        }
        if (Paths.isDav(request)) {
            var answer = basic.person(request);
            if (answer.person() == null) {
                answer.challenge(response);
                return AuthenticationStatus.SEND_FAILURE;
            }
            return accept(answer.person(), request, context);
        }
        var signedIn = sessions.current(request);
        if (signedIn.isEmpty()) {
            return signIn(request, response);
        }
        request.setAttribute(Person.SESSION, signedIn.get().sid());
        return accept(signedIn.get().person(), request, context);
    }

    private AuthenticationStatus accept(Person person, HttpServletRequest request, HttpMessageContext context) {
        request.setAttribute(PERSON, person);
        return context.notifyContainerAboutLogin(new CallerPrincipal(person.subject()), Set.of());
    }

    private AuthenticationStatus signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (Paths.isPartial(request)) {
            // A redirect of the XHR itself would end at another origin and fail in silence: the client is told to go.
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + Paths.xml(Paths.withQuery(request)) + "\"/></partial-response>");
        } else if (Paths.isForPeople(request)) {
            var attempt = LoginAttempt.start(request.getSession(), Paths.withQuery(request));
            response.sendRedirect(
                    oidc.authorizationUri(attempt, Paths.language(request)).toString());
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }
}
