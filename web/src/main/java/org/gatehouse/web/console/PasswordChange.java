package org.gatehouse.web.console;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.gatehouse.directory.Accounts;
import org.gatehouse.session.LiveSession;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.web.http.CurrentSession;

/** Sets the password of the user on the editor's page. The administrator's own session stays open when it is their own password. */
@Named("passwordChange")
@ViewScoped
public class PasswordChange implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String USER_MODEL = "authentik_core.user";

    @Inject
    private Accounts accounts;

    @Inject
    private CurrentSession current;

    private List<String> problems = List.of();
    private boolean done;

    public boolean isOffered(String model, boolean isNew) {
        return model.equals(USER_MODEL) && !isNew;
    }

    /** Sets what was typed; it is never kept in the view. */
    public void save(String userKey) {
        String typed = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().getOrDefault("new-password", "");
        done = false;
        try {
            accounts.setPassword(current.actor(), userKey, typed, current.session().map(LiveSession::id));
            problems = List.of();
            done = true;
        } catch (InvalidInput refused) {
            problems = refused.problems().byField().values().stream().flatMap(List::stream).toList();
        }
    }

    public List<String> getProblems() {
        return problems;
    }

    public boolean isDone() {
        return done;
    }
}
