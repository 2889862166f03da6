package org.gatehouse.web.error;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.gatehouse.event.RequestOrigin;

/** What an error page tells, {@code #{errorPage}}: what the person can do and the id to ask about; nothing about the inside. */
@Named("errorPage")
@RequestScoped
public class ErrorPage {

    /** The message keys of the statuses that have words of their own. */
    private static final Map<Integer, String> KEYS = Map.of(400, "error.400", 403, "error.403", 404, "error.404", 405, "error.405",
            413, "error.413", 415, "error.400");

    @Inject
    private HttpServletRequest request;

    @Inject
    private RequestOrigin origin;

    /** The status of the answer. */
    public int getStatus() {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 500;
    }

    public String getTitleKey() {
        return key() + ".title";
    }

    public String getMessageKey() {
        return key() + ".message";
    }

    private String key() {
        return KEYS.getOrDefault(getStatus(), "error.500");
    }

    /** The id under which the log tells more. */
    public String getRequestId() {
        return request.getAttribute("requestId") instanceof String given ? given : origin.requestId();
    }

    /** The heading another part of the product gave, for {@code /error/message.xhtml}. */
    public String getTitle() {
        return text("title");
    }

    /** The sentence another part of the product gave, for {@code /error/message.xhtml}. */
    public String getMessage() {
        return text("message");
    }

    private String text(String attribute) {
        Object given = request.getAttribute(attribute);
        return given == null ? "" : given.toString();
    }
}
