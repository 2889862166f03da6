package org.gatehouse.web.portal.credential;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.issued.HeldAccess;
import org.gatehouse.web.http.CurrentSession;

/** What applications may do for the user, {@code #{ownAccess}}. */
@Named("ownAccess")
@RequestScoped
public class OwnAccess {

    @Inject
    private CurrentSession current;

    @Inject
    private HeldAccess held;

    @Inject
    private HttpServletRequest request;

    private List<AccessRow> rows = List.of();

    @PostConstruct
    void load() {
        rows = current.user().map(User::getId).map(held::of).orElse(List.of()).stream()
                .map(access -> AccessRow.of(access, held.inWords(access))).toList();
    }

    public List<AccessRow> getRows() {
        return rows;
    }

    /** Whether the page says that something was taken back. */
    public boolean isRevoked() {
        return "revoked".equals(request.getParameter("done"));
    }
}
