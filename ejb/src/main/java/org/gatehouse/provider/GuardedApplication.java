package org.gatehouse.provider;

import java.util.UUID;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.policy.PolicyEngineMode;

/**
 * What a protocol has to know of the application that it lets users into; can be kept.
 *
 * @param mode how the policies bound to it are combined
 */
public record GuardedApplication(UUID id, String name, String slug, PolicyEngineMode mode) {

    public static GuardedApplication of(Application application) {
        return new GuardedApplication(application.getId(), application.getName(), application.getSlug(), application.getPolicyEngineMode());
    }
}
