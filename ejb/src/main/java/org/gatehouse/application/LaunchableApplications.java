package org.gatehouse.application;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.policy.PolicyBindingRepository;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.GuardedApplication;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.setting.Settings;

/** The applications a user may enter. */
@Stateless
public class LaunchableApplications {

    private static final Comparator<Application> BY_GROUP_AND_NAME =
            Comparator.comparing(Application::getGroupName).thenComparing(Application::getName);

    @Inject
    private ApplicationRepository applications;

    @Inject
    private PolicyBindingRepository bindings;

    @Inject
    private LoginGate gate;

    @Inject
    private ApplicationAccess access;

    @Inject
    private LaunchUrls launchUrls;

    @Inject
    private Settings settings;

    /** The applications whose policies allow the user, by group and name, without those hidden from the portal. */
    public List<Application> of(long userId) {
        return permitted(userId).stream().filter(application -> !application.isMetaHide()).sorted(BY_GROUP_AND_NAME).toList();
    }

    /** Every application whose policies allow the user, by name; none when the user is not admitted at all. */
    public List<Application> permitted(long userId) {
        AdmittedUser admitted;
        try {
            admitted = gate.admit(userId);
        } catch (LoginRefused refused) {
            return List.of();
        }
        List<Application> all = applications.findAllByName();
        // Most applications are open to everybody: only what is guarded costs an evaluation.
        Set<UUID> guarded = new HashSet<>(bindings.guardedAmong(all.stream().map(Application::getId).toList()));
        boolean open = settings.current().opensUnboundApplications();
        return all.stream().filter(application -> open && !guarded.contains(application.getId())
                || access.decide(GuardedApplication.of(application), admitted, Map.of()).passing()).toList();
    }

    /** Where a user who opens the application is sent; empty when it has no place to go to. */
    public String launchUrl(Application application, User user) {
        return launchUrls.of(application, Optional.of(user)).orElse("");
    }
}
