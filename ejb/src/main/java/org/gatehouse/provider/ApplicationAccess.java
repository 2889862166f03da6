package org.gatehouse.provider;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.policy.PolicyEngine;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.setting.Settings;

/** Decides whether an admitted user may enter an application: the policies bound to it, asked the same way for every protocol. */
@Stateless
public class ApplicationAccess {

    @Inject
    private PolicyEngine policies;

    @Inject
    private RequestOrigin origin;

    @Inject
    private Settings settings;

    /**
     * The verdict of the application's policies; an application without bindings is open to every admitted
     * user unless the settings say otherwise.
     *
     * @param context what the protocol knows ({@code oauth_scopes}, {@code oauth_grant_type} …), for expressions
     */
    public PolicyVerdict decide(GuardedApplication application, AdmittedUser admitted, Map<String, Object> context) {
        PolicyRequest request = new PolicyRequest(java.util.Optional.of(admitted.user()),
                java.util.Optional.ofNullable(origin.clientIp()), origin.userAgent(), context)
                .with("application", Map.of("name", application.name(), "slug", application.slug()));
        return isClosed(application) ? PolicyVerdict.deny("Nobody has been given access to this application yet.")
                : policies.decide(application.id(), application.mode(), request);
    }

    /** Whether nothing is bound to the application and the settings do not open such ones to everybody. */
    private boolean isClosed(GuardedApplication application) {
        return !settings.current().opensUnboundApplications() && !policies.isGuarded(application.id());
    }
}
