package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.directory.User;

/**
 * Knows which users have logged in with a browser before, from a note that the browser keeps. It is sealed, so nobody can make one
 * up or read another's name in it. It is a hint for policies and never admits anybody: whoever copies a cookie copies this one too.
 */
@ApplicationScoped
public class KnownDevices {

    private static final int MOST_USERS = 5;
    private static final int LONGEST_NOTE = 3_000;

    @Inject
    private SecretCipher cipher;

    @Inject
    private BrowserDevice browser;

    @Inject
    private Clock clock;

    /** Whether the user has logged in with this browser not too long ago. */
    public boolean knows(User user) {
        return read().containsKey(user.getUuid().toString());
    }

    /** Notes that the user has logged in; the browser forgets after the given time. */
    public void remember(User user, Duration lifetime) {
        Map<String, Instant> users = new LinkedHashMap<>(read());
        users.put(user.getUuid().toString(), clock.instant().plus(lifetime));
        while (users.size() > MOST_USERS) {
            users.remove(users.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey());
        }
        JsonObjectBuilder json = Json.createObjectBuilder();
        users.forEach((uuid, until) -> json.add(uuid, until.getEpochSecond()));
        Instant last = users.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        String sealed = cipher.seal(json.build().toString());
        browser.replace(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.getBytes(StandardCharsets.US_ASCII)),
                Duration.between(clock.instant(), last));
    }

    /** The users whose time is not over; a note that is none says nothing. */
    private Map<String, Instant> read() {
        Map<String, Instant> users = new LinkedHashMap<>();
        String note = browser.note();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            return users;
        }
        try (JsonReader reader = Json.createReader(new StringReader(cipher.open(new String(Base64.getUrlDecoder().decode(note), StandardCharsets.US_ASCII))))) {
            JsonObject json = reader.readObject();
            json.forEach((uuid, until) -> users.put(uuid, Instant.ofEpochSecond(((JsonNumber) until).longValue())));
            users.values().removeIf(until -> !until.isAfter(clock.instant()));
        } catch (IllegalArgumentException | IllegalStateException | JsonException | ClassCastException foreign) {
            users.clear();
        }
        return users;
    }
}
