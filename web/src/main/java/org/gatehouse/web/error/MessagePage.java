package org.gatehouse.web.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.web.page.PageText;

/** Answers with a page that says one thing, {@code /error/message.xhtml}. */
@ApplicationScoped
public class MessagePage {

    /** Shows two texts of the web bundle, in the browser's language. */
    public void show(int status, String titleKey, String messageKey, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(status);
        request.setAttribute("title", PageText.of(titleKey, PageText.localeOf(request.getLocale())));
        request.setAttribute("message", PageText.of(messageKey, PageText.localeOf(request.getLocale())));
        request.getRequestDispatcher("/error/message.xhtml").forward(request, response);
    }
}
