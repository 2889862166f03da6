package org.gatehouse.application;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationMark;
import org.gatehouse.model.application.ApplicationMarks;
import org.gatehouse.model.directory.User;

/** What a user finds in the portal: the applications that can be opened, the favourites among them, and what was opened last. */
@Stateless
public class ApplicationShelf {

    private static final int RECENT = 6;

    @Inject
    private LaunchableApplications launchable;

    @Inject
    private ApplicationMarks marks;

    @Inject
    private Clock clock;

    /**
     * One user's shelf.
     *
     * @param applications those that lead somewhere and are not hidden, by group and name
     * @param favourites the ids of those the user has marked
     * @param recent those opened last, the last one first; a few at most
     */
    public record Shelf(List<Application> applications, Set<UUID> favourites, List<Application> recent) {
    }

    /** The user's shelf as the policies are now; marks on what is no longer there are passed over. */
    public Shelf of(User user) {
        List<Application> open = launchable.of(user.getId()).stream()
                .filter(application -> !launchable.launchUrl(application, user).isEmpty()).toList();
        Map<UUID, Application> byId = open.stream().collect(Collectors.toMap(Application::getId, Function.identity()));
        List<ApplicationMark> marked = marks.of(user.getId());
        Set<UUID> favourites = new HashSet<>();
        marked.stream().filter(ApplicationMark::favourite).map(ApplicationMark::applicationId).forEach(favourites::add);
        List<Application> recent = marked.stream().filter(mark -> mark.opened() != null).map(mark -> byId.get(mark.applicationId()))
                .filter(Objects::nonNull).limit(RECENT).toList();
        return new Shelf(open, favourites, recent);
    }

    /** Marks an application as a favourite or takes the mark away; nothing happens when it is none of the user's. */
    public void favour(User user, String slug, boolean favourite) {
        launchable.of(user.getId()).stream().filter(application -> application.getSlug().equals(slug)).findFirst()
                .ifPresent(application -> marks.favour(user.getId(), application.getId(), favourite));
    }

    /** Notes that the user, whom the policies have let in, opens an application. */
    public void noteOpened(User user, Application application) {
        marks.noteOpened(user.getId(), application.getId(), clock.instant());
    }
}
