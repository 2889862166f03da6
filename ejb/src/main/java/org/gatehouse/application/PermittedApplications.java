package org.gatehouse.application;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.model.Listing;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.Listings;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;

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
    private Permissions permissions;

    @Inject
    private RegardedUser regarded;

    /**
     * One page. Filters beside those on columns: {@code superuser_full_list} (all that the actor may manage, whatever the policies
     * say), {@code for_user} (a look through somebody else's eyes) and {@code only_with_launch_url}.
     */
    public ModelPage list(Actor actor, ModelQuery query) {
        if (isSet(query, "superuser_full_list") && permissions.hasSomewhere(actor, Permission.view(model.name()))) {
            return models.list(actor, model, query);
        }
        User user = regarded.find(actor, query.filter("for_user"));
        List<Application> permitted = launchable.permitted(user.getId());
        if (isSet(query, "only_with_launch_url")) {
            permitted = permitted.stream().filter(one -> !launchable.launchUrl(one, user).isEmpty()).toList();
        }
        Listing listing = Listings.of(query, ApplicationRepository.COLUMNS).among(permitted.stream().map(Application::getId).toList());
        return new ModelPage(forms.full(applications.list(listing), Optional.of(user)), applications.count(listing));
    }

    private static boolean isSet(ModelQuery query, String name) {
        return query.filter(name).filter(value -> value.equalsIgnoreCase("true") || value.equals("1")).isPresent();
    }
}
