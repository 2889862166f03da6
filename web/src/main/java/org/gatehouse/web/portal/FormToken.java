package org.gatehouse.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.gatehouse.crypto.Digests;
import org.gatehouse.web.http.BrowserCookies;

/**
 * What a form of the portal has to bring so that no other site can post it: a digest of the login's key, which only pages of
 * this login show. Nothing is kept on the server, so any node accepts it.
 */
@Named("formToken")
@RequestScoped
public class FormToken {

    private static final String PURPOSE = "gatehouse portal form ";

    @Inject
    private BrowserCookies cookies;

    @Inject
    private HttpServletRequest request;

    public String getValue() {
        return cookies.sessionKey(request).map(key -> Digests.sha256(PURPOSE + key)).orElse("");
    }

    /** Whether the posted form belongs to this login. */
    public boolean isIn(HttpServletRequest posted) {
        String given = posted.getParameter("token");
        String expected = getValue();
        return given != null && !expected.isEmpty()
                && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
