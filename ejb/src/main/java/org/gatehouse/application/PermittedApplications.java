package org.gatehouse.application;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.model.Listing;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Listings;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/** Applications as the API shows them to a user: those whose policies allow it. Superusers can ask for all, and about others. */
@Stateless
public class PermittedApplications {

    @Inject
    private ApplicationRepository applications;

    @Inject
    private LaunchableApplications launchable;

    @Inject
    private ApplicationForms forms;

    @Inject
    private ApplicationModel model;

    @Inject
    private ManagedModels models;

    @Inject
    private UserRepository users;

    @Inject
    private Permissions permissions;

    @Inject
    private LoginGate gate;

    @Inject
    private ApplicationAccess access;

    /**
     * One page. Filters beside those on columns: {@code superuser_full_list} (a superuser's list of all, whatever the policies
     * say), {@code for_user} (a superuser's look through somebody else's eyes) and {@code only_with_launch_url}.
     */
    public ModelPage list(Actor actor, ModelQuery query) {
        if (actor.superuser() && isSet(query, "superuser_full_list")) {
            return models.list(actor, model, query);
        }
        User user = subject(actor, query.filter("for_user"));
        List<Application> permitted = launchable.permitted(user.getId());
        if (isSet(query, "only_with_launch_url")) {
            permitted = permitted.stream().filter(one -> !launchable.launchUrl(one, user).isEmpty()).toList();
        }
        Listing listing = Listings.of(query, ApplicationRepository.COLUMNS).among(permitted.stream().map(Application::getId).toList());
        return new ModelPage(forms.full(applications.list(listing), Optional.of(user)), applications.count(listing));
    }

    /** What the application's policies say about the actor, or about another user if a superuser asks. */
    public PolicyVerdict check(Actor actor, String slug, Optional<String> forUser) {
        Application application = applications.findBySlug(slug)
                .orElseThrow(() -> new ObjectNotFound("No Application matches the given query."));
        User user = subject(actor, forUser);
        try {
            return access.decide(application, gate.admit(user.getId()), Map.of());
        } catch (LoginRefused refused) {
            return PolicyVerdict.deny("The account may not log in.");
        }
    }

    private User subject(Actor actor, Optional<String> forUser) {
        if (forUser.filter(text -> !text.isEmpty()).isEmpty()) {
            return users.find(actor.userId()).orElseThrow(() -> new ObjectNotFound("No User matches the given query."));
        }
        permissions.requireManage(actor);
        return ObjectKey.number(forUser.get()).flatMap(users::find)
                .orElseThrow(() -> new InvalidInput("for_user", "User not found."));
    }

    private static boolean isSet(ModelQuery query, String name) {
        return query.filter(name).filter(value -> value.equalsIgnoreCase("true") || value.equals("1")).isPresent();
    }
}
