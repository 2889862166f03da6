package org.gatehouse.web.flow;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.gatehouse.flow.FlowExecutor;
import org.gatehouse.flow.FlowView;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.web.http.BrowserCookies;
import org.gatehouse.web.http.QueryString;

/**
 * {@code /flows/-/cancel/?flow=…}: starts a flow over ("not you?") and leads back to its page. The address is in every
 * challenge ({@code flow_info.cancel_url}).
 */
@WebServlet("/flows/-/cancel/")
public class FlowCancelServlet extends HttpServlet {

    @Inject
    private transient FlowExecutor executor;

    @Inject
    private transient FlowRequests requests;

    @Inject
    private transient BrowserCookies cookies;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> query = QueryString.parse(request.getQueryString());
        try {
            FlowView view = executor.cancel(requests.visit(query.getOrDefault("flow", ""), query, request, response));
            cookies.apply(view, request, response);
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", view.challenge().getString("to", "/"));
        } catch (ObjectNotFound unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
