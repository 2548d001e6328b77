package fr.trame.app.it;

import fr.trame.app.identity.web.TrameAuthentication;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets the test runner's own servlet in; every other address meets the product's mechanism. Only in the test archive. */
@Alternative
@Priority(1000)
@ApplicationScoped
public class OpenToArquillian implements HttpAuthenticationMechanism {

    @Inject
    TrameAuthentication product;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return request.getServletPath().startsWith("/Arquillian")
                ? context.doNothing()
                : product.validateRequest(request, response, context);
    }
}
