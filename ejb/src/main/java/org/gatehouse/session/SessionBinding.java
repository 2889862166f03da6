package org.gatehouse.session;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.WireName;

/**
 * Where a login belongs: it ends when a request with its key comes from elsewhere, as that key may have been stolen.
 *
 * @param facts what must stay the same, with the values of the login's first request
 */
public record SessionBinding(Map<BoundFact, String> facts) {

    /** Of a login that may move freely. */
    public static final SessionBinding NONE = new SessionBinding(Map.of());

    public SessionBinding {
        facts = Map.copyOf(facts);
    }

    static SessionBinding of(Collection<BoundFact> bound, Map<BoundFact, String> known) {
        Map<BoundFact, String> facts = new EnumMap<>(BoundFact.class);
        bound.stream().filter(known::containsKey).forEach(fact -> facts.put(fact, known.get(fact)));
        return new SessionBinding(facts);
    }

    boolean isNone() {
        return facts.isEmpty();
    }

    /** The first fact that is different now; what cannot be known any more (a database was taken away) is no difference. */
    Optional<BoundFact> brokenBy(Map<BoundFact, String> known) {
        return facts.entrySet().stream().filter(fact -> known.containsKey(fact.getKey()) && !known.get(fact.getKey()).equals(fact.getValue()))
                .map(Map.Entry::getKey).sorted().findFirst();
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        facts.forEach((fact, value) -> json.add(fact.wireName(), value));
        return json.build();
    }

    /** @param json null for a login of before there were bindings */
    static SessionBinding read(JsonObject json) {
        Map<BoundFact, String> facts = new EnumMap<>(BoundFact.class);
        if (json != null) {
            json.forEach((name, value) -> WireName.find(BoundFact.class, name).ifPresent(fact -> facts.put(fact, ((JsonString) value).getString())));
        }
        return new SessionBinding(facts);
    }
}
