package fr.trame.app.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A door that takes a body takes one: nothing, or a JSON null, is refused before it gets there. */
@Provider
public class BodyNeeded implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.proceed();
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }
}
