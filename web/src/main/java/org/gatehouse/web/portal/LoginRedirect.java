package org.gatehouse.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.web.page.PageAddress;
import org.gatehouse.web.page.PageBrand;

/** Sends somebody who is not logged in to the brand's authentication flow, and back to the page afterwards. */
@RequestScoped
public class LoginRedirect {

    @Inject
    private PageBrand brand;

    /** Answers the request: a redirect, or 403 when there is no flow to log in with. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> flow = brand.loginPage();
        if (flow.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.sendRedirect(PageAddress.withQuery(flow.get(), Map.of("next", target(request))));
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null || !request.getMethod().equals("GET") ? "" : "?" + query);
    }
}
