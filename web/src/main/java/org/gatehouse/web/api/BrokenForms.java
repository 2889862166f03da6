package org.gatehouse.web.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Refuses forms in parts that cannot be taken apart (RFC 2046 section 5.1); the container would report them as failures of its own. */
@Provider
public class BrokenForms implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        try {
            return body.proceed();
        } catch (WebApplicationException refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            if (body.getMediaType() != null && body.getMediaType().getType().equalsIgnoreCase("multipart")) {
                throw new BadRequestException(unreadable);
            }
            throw unreadable;
        }
    }
}
