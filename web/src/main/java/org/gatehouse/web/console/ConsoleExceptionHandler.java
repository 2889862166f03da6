package org.gatehouse.web.console;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.web.page.PageAddress;

/**
 * What becomes of exceptions in pages: an expired view is opened anew, "not found" and "not allowed" are answered as such, and
 * the rest is the server's fault and left to it.
 */
public class ConsoleExceptionHandler extends ExceptionHandlerWrapper {

    private static final String[] PAGE_PARAMETERS = {"section", "model", "key"};

    public ConsoleExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> queued = getUnhandledExceptionQueuedEvents().iterator();
        while (queued.hasNext()) {
            if (answer(queued.next().getContext().getException())) {
                queued.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean answer(Throwable thrown) {
        FacesContext context = FacesContext.getCurrentInstance();
        try {
            if (find(thrown, ViewExpiredException.class).isPresent()) {
                context.getExternalContext().redirect(samePage(context.getExternalContext()));
            } else if (find(thrown, ObjectNotFound.class).isPresent()) {
                context.getExternalContext().responseSendError(404, null);
            } else if (find(thrown, AccessDenied.class).isPresent()) {
                context.getExternalContext().responseSendError(403, null);
            } else {
                return false;
            }
            context.responseComplete();
            return true;
        } catch (IOException gone) {
            throw new FacesException(gone);
        }
    }

    private static String samePage(ExternalContext request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : PAGE_PARAMETERS) {
            Optional.ofNullable(request.getRequestParameterMap().get(name)).ifPresent(value -> parameters.put(name, value));
        }
        return PageAddress.withQuery(request.getRequestServletPath(), parameters);
    }

    private static Optional<Throwable> find(Throwable thrown, Class<? extends Throwable> wanted) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20).filter(wanted::isInstance).findFirst();
    }
}
