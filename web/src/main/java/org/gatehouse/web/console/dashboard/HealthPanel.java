package org.gatehouse.web.console.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.health.HealthChecks;
import org.gatehouse.installation.ProductVersion;
import org.gatehouse.web.http.CurrentSession;

/** Whether what this node needs is well, and which version runs. */
@Named("health")
@RequestScoped
public class HealthPanel {

    @Inject
    private HealthChecks checks;

    @Inject
    private Permissions permissions;

    @Inject
    private CurrentSession current;

    private List<Map.Entry<String, Boolean>> answers;

    /** Whether the person may know. */
    public boolean isShown() {
        return permissions.has(current.actor(), SpecialPermission.VIEW_SYSTEM_INFO.permission());
    }


    /** The checks by name, asked once per page. */
    public List<Map.Entry<String, Boolean>> getChecks() {
        if (answers == null) {
            answers = List.copyOf(checks.ask().checks().entrySet());
        }
        return answers;
    }

    public String getVersion() {
        return ProductVersion.current();
    }
}
