package org.gatehouse.web.console.list;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import java.io.Serializable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Model;
import org.gatehouse.type.Model.Operation;
import org.gatehouse.type.ObjectInUse;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.UsedBy;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.console.ConsoleSection;

/** Does one thing to the rows that are ticked. Each object is a change of its own: what is refused does not hold up the others. */
@Named("bulk")
@ViewScoped
public class BulkActions implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;
    private static final String USER = "authentik_core.user";

    /** One ticked object. */
    public record Chosen(String model, String key, String name) implements Serializable {
    }

    /** What was not done, and why. */
    public record Refused(String name, String reason) implements Serializable {
    }

    @Inject
    private ConsoleObjects objects;

    private List<Chosen> chosen = List.of();
    private List<Refused> refused = List.of();
    private boolean asking;
    private boolean nothing;
    private int done = -1;

    public boolean isDeletable(ConsoleSection section) {
        return section.family().isPresent() || objects.can(section.model(), Operation.DELETE);
    }

    /** Whether what the list shows can be switched on and off. */
    public boolean isActivatable(ConsoleSection section) {
        return section.model().equals(USER);
    }

    /** Asks before deleting. */
    public void ask() {
        take();
        asking = !chosen.isEmpty();
    }

    public void keep() {
        asking = false;
    }

    public void delete() {
        asking = false;
        each(object -> objects.managed().delete(objects.actor(), model(object), object.key()));
    }

    public void activate() {
        take();
        setActive(true);
    }

    public void deactivate() {
        take();
        setActive(false);
    }

    private void setActive(boolean active) {
        each(object -> objects.managed().patch(objects.actor(), model(object), object.key(), Json.createObjectBuilder().add("is_active", active).build()));
    }

    private Model model(Chosen object) {
        return objects.model(object.model());
    }

    private void each(java.util.function.Consumer<Chosen> action) {
        List<Refused> problems = new ArrayList<>();
        int succeeded = 0;
        for (Chosen object : chosen) {
            try {
                action.accept(object);
                succeeded++;
            } catch (ObjectInUse inUse) {
                problems.add(new Refused(object.name(), String.join(", ", inUse.usedBy().stream().map(UsedBy::name).distinct().toList())));
            } catch (ObjectNotFound gone) {
                // Somebody else was faster.
            } catch (AccessDenied | InvalidInput not) {
                problems.add(new Refused(object.name(), not.getMessage()));
            }
        }
        refused = List.copyOf(problems);
        done = chosen.isEmpty() ? -1 : succeeded;
        chosen = List.of();
    }

    /** Takes over what is ticked; the value of a box is model, space, key, and after another space the name for people. */
    private void take() {
        Map<String, String[]> posted = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        chosen = Arrays.stream(posted.getOrDefault("chosen", new String[0])).limit(MOST).map(value -> value.split(" ", 3))
                .filter(parts -> parts.length >= 2).map(parts -> new Chosen(parts[0], decode(parts[1]), parts.length == 3 && !parts[2].isBlank() ? parts[2] : parts[1])).toList();
        refused = List.of();
        done = -1;
        nothing = chosen.isEmpty();
    }

    private static String decode(String key) {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return key;
        }
    }

    public boolean isAsking() {
        return asking;
    }

    /** Whether something was to be done but nothing ticked. */
    public boolean isNothing() {
        return nothing && done < 0 && !asking;
    }

    public List<Chosen> getChosen() {
        return chosen;
    }

    public List<Refused> getRefused() {
        return refused;
    }

    /** How many were done; negative before anything was. */
    public int getDone() {
        return done;
    }
}
