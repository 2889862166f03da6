package org.gatehouse.flow.stage.authenticatorvalidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.authenticator.AuthenticatorType;
import org.gatehouse.authenticator.AuthenticatorTypes;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.authenticator.DeviceChallenge;
import org.gatehouse.authenticator.Validation;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.directory.User;

/** Finds out what a person can validate with. */
@ApplicationScoped
public class Offers {

    @Inject
    private Authenticators authenticators;

    @Inject
    private AuthenticatorTypes types;

    /** What there is now; a disabled user has nothing. */
    Offer of(FlowContext flow, AuthenticatorValidateStageSettings settings) {
        Optional<User> user = flow.pendingUser().filter(User::isActive);
        Validation validation = new Validation(flow, user, settings.webauthn());
        List<AuthenticatorDevice> all = user.map(authenticators::confirmedOf).orElse(List.of());
        List<OwnDevices> classes = new ArrayList<>();
        boolean unusable = false;
        for (AuthenticatorType type : types.all()) {
            if (settings.deviceClasses().contains(type.deviceClass())) {
                List<AuthenticatorDevice> own = all.stream().filter(device -> device.getDeviceClass() == type.deviceClass()).toList();
                Optional<OwnDevices> offered = offer(validation, type, own);
                offered.ifPresent(classes::add);
                unusable |= offered.isEmpty() && own.stream().anyMatch(type::counts);
            }
        }
        return new Offer(validation, classes, unusable);
    }

    private static Optional<OwnDevices> offer(Validation validation, AuthenticatorType type, List<AuthenticatorDevice> own) {
        if (own.isEmpty() && !(type.identifiesUsers() && isAnybody(validation.flow()))) {
            return Optional.empty();
        }
        List<DeviceChallenge> challenges = type.challenges(validation, own);
        return challenges.isEmpty() ? Optional.empty() : Optional.of(new OwnDevices(type, own, challenges));
    }

    /** Whether nobody has said who they are, so that a device may. A name that was typed, known or not, is no such case. */
    static boolean isAnybody(FlowContext flow) {
        return flow.pendingUser().isEmpty() && !flow.plan().has(ContextKeys.PENDING_USER_IDENTIFIER)
                && !flow.plan().has(ContextKeys.PENDING_USER);
    }
}
