package org.gatehouse.web.flow;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.flow.FlowExecutor;
import org.gatehouse.flow.FlowView;
import org.gatehouse.flow.FlowVisit;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.web.http.BrowserCookies;
import org.gatehouse.web.http.QueryString;
import org.gatehouse.web.page.ContentPolicy;
import org.gatehouse.web.page.PageAddress;
import org.gatehouse.web.page.PageText;

/**
 * The pages of flows, {@code /if/flow/{slug}/}. A GET shows the current challenge; a POST answers it and redirects (303, so
 * that no password is ever posted again) to the page or to where the flow leads. Works without script.
 */
@WebServlet("/if/flow/*")
public class FlowPageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([-A-Za-z0-9_]{1,200})(/|/cancel/?)?");
    private static final String LINK = "flow_token";
    private static final String REDIRECT = "xak-flow-redirect";

    @Inject
    private transient ContentPolicy policy;

    @Inject
    private transient FlowExecutor executor;

    @Inject
    private transient FlowRequests requests;

    @Inject
    private transient BrowserCookies cookies;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Optional<Matcher> path = path(request);
        if (path.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String slug = path.get().group(1);
        if (!"/".equals(path.get().group(2))) {
            response.sendRedirect(PageAddress.withQuery(PageAddress.ofFlow(slug), query(request)));
            return;
        }
        try {
            FlowVisit visit = visit(slug, request, response);
            if (visit.query().containsKey(LINK)) {
                // Programs that look into mail open every link in it; only a person presses the button.
                request.setAttribute("token", visit.query().get(LINK));
                request.setAttribute("action", PageAddress.ofFlow(slug));
                request.getRequestDispatcher("/flow/link.xhtml").forward(request, response);
                return;
            }
            FlowView view = visit.execution().isEmpty() ? executor.begin(visit) : executor.open(visit);
            show(view, visit, request, response);
        } catch (ObjectNotFound unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Optional<Matcher> path = path(request);
        if (path.isEmpty() || !isForm(request)) {
            response.sendError(path.isEmpty() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        try {
            FlowVisit visit = visit(path.get().group(1), request, response);
            if (request.getParameter(LINK) != null) {
                resume(visit, request, response);
                return;
            }
            FlowView view = isCancel(path.get(), request) ? executor.cancel(visit) : advance(visit, request);
            cookies.apply(view, request, response);
            seeOther(response, view.component().equals(REDIRECT) ? view.challenge().getString("to") : page(visit, view));
        } catch (ObjectNotFound unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void resume(FlowVisit visit, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        FlowView view = executor.resume(visit, request.getParameter(LINK));
        if (view.execution().isEmpty() || view.component().equals(REDIRECT)) {
            show(view, visit, request, response);
            return;
        }
        cookies.apply(view, request, response);
        seeOther(response, page(visit, view));
    }

    private FlowView advance(FlowVisit visit, HttpServletRequest request) {
        Map<String, String[]> form = request.getParameterMap();
        JsonObject answer = FormAnswer.of(FormAnswer.first(form, "component"), form);
        return executor.advance(visit, answer, FormAnswer.first(form, "step"));
    }

    private void show(FlowView view, FlowVisit visit, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        cookies.apply(view, request, response);
        if (view.component().equals(REDIRECT)) {
            seeOther(response, view.challenge().getString("to"));
            return;
        }
        FlowPage page = new FlowPage(view, page(visit, view), PageText.localeOf(request.getLocale()));
        if (!page.getCaptchaScript().isEmpty()) {
            policy.openFor(page.getCaptchaScript());
        }
        policy.openFrames(page.frames());
        request.setAttribute("page", page);
        request.getRequestDispatcher("/flow/page.xhtml").forward(request, response);
    }

    /** A form names the plan in a field, a link in the address. */
    private FlowVisit visit(String slug, HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> query = query(request);
        Optional.ofNullable(request.getParameter("execution")).ifPresent(execution -> query.put("execution", execution));
        return requests.visit(slug, query, request, response);
    }

    /** The address of this step: what the flow was opened with stays in it, so that nothing is lost when the plan is. */
    private static String page(FlowVisit visit, FlowView view) {
        Map<String, String> query = new LinkedHashMap<>(visit.query());
        query.remove("execution");
        query.remove(LINK);
        if (!view.execution().isEmpty()) {
            query.put("execution", view.execution());
        }
        return PageAddress.withQuery(PageAddress.ofFlow(visit.slug()), query);
    }

    /** The parameters of the address alone, first value each; a form's fields are none of them. */
    private static Map<String, String> query(HttpServletRequest request) {
        return QueryString.parse(request.getQueryString());
    }

    private static Optional<Matcher> path(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.matches() ? Optional.of(path) : Optional.empty();
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    private static boolean isCancel(Matcher path, HttpServletRequest request) {
        return path.group(2) != null && path.group(2).startsWith("/cancel") || "cancel".equals(request.getParameter("action"));
    }

    private static void seeOther(HttpServletResponse response, String to) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", to);
    }
}
