package org.gatehouse.web.page;

import jakarta.faces.component.UIViewRoot;
import java.util.List;

/**
 * The root of every Faces view. Pages that anybody can ask for are transient from the beginning, not only once their Facelet has
 * been read: whoever asks before that (PrimeFaces, for its nonce) would otherwise open an HTTP session for each stranger.
 */
public class PageViewRoot extends UIViewRoot {

    private static final List<String> STATELESS = List.of("/flow/", "/portal/", "/error/", "/oauth2/");

    @Override
    public boolean isTransient() {
        return super.isTransient() || getViewId() != null && STATELESS.stream().anyMatch(getViewId()::startsWith);
    }
}
