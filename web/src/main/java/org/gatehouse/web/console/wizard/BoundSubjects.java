package org.gatehouse.web.console.wizard;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may use the application that is being made: groups, users and policies that were ticked. */
public final class BoundSubjects implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int STEP = 10;

    /** The lists to choose from, and what a binding calls one of them. */
    private static final Map<String, String> SUBJECTS = subjects();

    private final LinkedHashMap<String, List<String>> chosen = new LinkedHashMap<>();

    private static Map<String, String> subjects() {
        Map<String, String> subjects = new LinkedHashMap<>();
        subjects.put("groups", "group");
        subjects.put("users", "user");
        subjects.put("policies", "policy");
        return subjects;
    }

    void read(Map<String, String[]> posted) {
        SUBJECTS.keySet().forEach(list -> chosen.put(list, List.of(posted.getOrDefault("bind." + list, new String[0]))));
    }

    /** The bindings in wire form, without the target, which does not exist yet. */
    List<JsonObject> bindings() {
        List<JsonObject> bindings = new ArrayList<>();
        chosen.forEach((list, keys) -> keys.forEach(key -> bindings.add(Json.createObjectBuilder()
                .add(SUBJECTS.get(list), list.equals("users") && key.matches("[0-9]{1,18}") ? Json.createValue(Long.parseLong(key)) : Json.createValue(key))
                .add("order", bindings.size() * STEP).build())));
        return bindings;
    }

    /** The lists of the console that are offered. */
    public List<String> getLists() {
        return List.copyOf(SUBJECTS.keySet());
    }

    public boolean isChosen(String list, String key) {
        return chosen.getOrDefault(list, List.of()).contains(key);
    }
}
