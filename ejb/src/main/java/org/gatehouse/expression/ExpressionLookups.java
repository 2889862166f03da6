package org.gatehouse.expression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.UserRepository;

/**
 * What expressions can look up by name. No permission is asked for: an administrator has written the expression. Nothing secret is in
 * what they get.
 */
@ApplicationScoped
public class ExpressionLookups {

    @Inject
    private UserRepository users;

    @Inject
    private GroupRepository groups;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private UserVariables userVariables;

    /** The user with this name, as {@link UserVariables} shows users. */
    public Optional<Map<String, Object>> user(String username) {
        return users.findByUsername(username).map(userVariables::of);
    }

    /** The group with this name: pk, name, is_superuser, attributes. */
    public Optional<Map<String, Object>> group(String name) {
        return groups.findByName(name).map(ExpressionLookups::group);
    }

    private static Map<String, Object> group(Group group) {
        return Map.of("pk", group.getId(), "name", group.getName(), "is_superuser", group.isSuperuser(), "attributes", group.getAttributes());
    }

    /** The application with this slug: pk, name, slug, group, launch_url, description, publisher. */
    public Optional<Map<String, Object>> application(String slug) {
        return applications.findBySlug(slug).map(ExpressionLookups::application);
    }

    private static Map<String, Object> application(Application application) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("pk", application.getId());
        shown.put("name", application.getName());
        shown.put("slug", application.getSlug());
        shown.put("group", application.getGroupName());
        shown.put("launch_url", application.getMetaLaunchUrl());
        shown.put("description", application.getMetaDescription());
        shown.put("publisher", application.getMetaPublisher());
        return shown;
    }

    /** The names of the groups that the user with this number is a member of itself. */
    public List<String> directGroups(long userId) {
        return groups.findDirect(userId).stream().map(Group::getName).toList();
    }
}
