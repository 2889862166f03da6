package org.gatehouse.web.portal.application;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.application.ApplicationShelf;
import org.gatehouse.application.ApplicationShelf.Shelf;
import org.gatehouse.web.http.CurrentSession;
import org.gatehouse.web.page.PageAddress;

/** The applications of the user, {@code #{ownApplications}}: a page of those that match the search, favourites before the groups. */
@Named("ownApplications")
@RequestScoped
public class OwnApplications {

    /** A page that long is still quick to draw and to look through. */
    private static final int PAGE = 96;

    /** Whoever has no more than these sees them all at once anyway. */
    private static final int FEW = 8;

    @Inject
    private CurrentSession current;

    @Inject
    private ApplicationShelf shelves;

    @Inject
    private HttpServletRequest request;

    private List<ApplicationCard> recent = List.of();
    private List<ApplicationCard> found = List.of();
    private int total;

    @PostConstruct
    void load() {
        current.user().map(shelves::of).ifPresent(this::lay);
    }

    private void lay(Shelf shelf) {
        total = shelf.applications().size();
        found = shelf.applications().stream()
                .map(application -> ApplicationCard.of(application, shelf.favourites().contains(application.getId())))
                .filter(card -> card.matches(getSearch()))
                .sorted(Comparator.comparing((ApplicationCard card) -> !card.favourite())
                        .thenComparing(card -> card.favourite() ? "" : card.group(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(ApplicationCard::name, String.CASE_INSENSITIVE_ORDER)).toList();
        recent = total <= FEW || !getSearch().isEmpty() || getPage() > 1 ? List.of()
                : shelf.recent().stream().map(application -> ApplicationCard.of(application, false)).toList();
    }

    /** What the user typed into the search field. */
    public String getSearch() {
        String search = request.getParameter("search");
        return search == null || search.length() > 200 ? "" : search.strip();
    }

    /** How many applications there are, found or not. */
    public int getTotal() {
        return total;
    }

    /** How many the search has found, on all pages. */
    public int getCount() {
        return found.size();
    }

    /** The page that is asked for, from 1. */
    public int getPage() {
        String asked = request.getParameter("page");
        int page = asked != null && asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 1;
        return Math.max(1, Math.min(page, getPages()));
    }

    /** How many pages there are; at least one. */
    public int getPages() {
        return Math.max(1, (found.size() + PAGE - 1) / PAGE);
    }

    /** The address of another page of the same search. */
    public String address(int page) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!getSearch().isEmpty()) {
            query.put("search", getSearch());
        }
        if (page > 1) {
            query.put("page", String.valueOf(page));
        }
        return PageAddress.withQuery("/if/user/", query);
    }

    /** Those opened last; only where there are so many that it helps. */
    public List<ApplicationCard> getRecent() {
        return recent;
    }

    /** The sections of this page: favourites, those without a group, then the groups. */
    public List<Section> getSections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        found.stream().skip((getPage() - 1L) * PAGE).limit(PAGE).forEach(card -> {
            String key = card.favourite() ? "favourite" : "group " + card.group().toLowerCase(java.util.Locale.ROOT);
            sections.computeIfAbsent(key, absent -> new Section(card.favourite(), card.favourite() ? "" : card.group(), new ArrayList<>()))
                    .cards().add(card);
        });
        return List.copyOf(sections.values());
    }

    /**
     * Applications under one heading.
     *
     * @param favourites whether they are the favourites
     * @param group the group, or empty
     */
    public record Section(boolean favourites, String group, List<ApplicationCard> cards) {
    }
}
