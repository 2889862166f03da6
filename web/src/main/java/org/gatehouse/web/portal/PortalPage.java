package org.gatehouse.web.portal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatehouse.application.LaunchableApplications;
import org.gatehouse.model.directory.User;
import org.gatehouse.web.http.CurrentSession;

/** The applications of the user, {@code #{portal}}. */
@Named("portal")
@RequestScoped
public class PortalPage {

    @Inject
    private CurrentSession current;

    @Inject
    private LaunchableApplications launchable;

    @Inject
    private HttpServletRequest request;

    private Map<String, List<ApplicationCard>> groups = Map.of();
    private int total;

    @PostConstruct
    void load() {
        List<ApplicationCard> all = current.user().map(User::getId).map(launchable::of).orElse(List.of()).stream()
                .map(ApplicationCard::of).toList();
        total = all.size();
        Map<String, List<ApplicationCard>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.stream().filter(card -> card.matches(getSearch()))
                .forEach(card -> found.computeIfAbsent(card.group(), group -> new ArrayList<>()).add(card));
        groups = new LinkedHashMap<>(found);
    }

    /** What the user typed into the search field. */
    public String getSearch() {
        String search = request.getParameter("search");
        return search == null ? "" : search.strip();
    }

    /** How many applications there are, found or not. */
    public int getTotal() {
        return total;
    }

    /** The applications found, by group; the ones without a group come first under an empty name. */
    public List<Map.Entry<String, List<ApplicationCard>>> getGroups() {
        return List.copyOf(groups.entrySet());
    }
}
