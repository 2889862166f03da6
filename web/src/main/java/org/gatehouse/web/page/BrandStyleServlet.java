package org.gatehouse.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gatehouse.crypto.Digests;

/** The brand's own style sheet, a file of its own so that pages need no inline style. */
@WebServlet("/static/brand.css")
public class BrandStyleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PageBrand brand;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String css = brand.accent().map(colour -> ":root{--accent:" + colour + "}\n").orElse("") + brand.customCss();
        String tag = '"' + Digests.sha256(css).substring(0, 32) + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/css;charset=UTF-8");
        response.getOutputStream().write(css.getBytes(StandardCharsets.UTF_8));
    }
}
