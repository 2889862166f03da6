package org.gatehouse.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.cache.KeptEntries;
import org.gatehouse.model.cache.KeptEntry;
import org.infinispan.Cache;

/**
 * Stores changes of caches in the database and fills caches from there. Keys and values are sealed: a plan holds what somebody has
 * typed, and a key may be what the cache is to keep anybody from using again.
 */
// No session bean: those are stopped before the last changes are written at shutdown.
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class KeptCaches {

    private static final Logger LOG = Logger.getLogger(KeptCaches.class.getName());
    private static final int PAGE = 500;

    @Inject
    private KeptEntries entries;

    @Inject
    private SecretCipher cipher;

    @Inject
    private Clock clock;

    /** Stores the changes, all or none. */
    public void store(List<WriteBehind.Change> changes) {
        entries.commitLazily();
        entries.write(changes.stream().filter(change -> change.value().isPresent()).map(this::seal).toList());
        entries.remove(changes.stream().filter(change -> change.value().isEmpty()).map(change -> idOf(change.cache(), change.key())).toList());
    }

    /** Fills the cache with what was stored and has not run out; what is in it already stays. Returns how many entries there were. */
    public int restore(String name, Cache<String, String> cache) {
        int restored = 0;
        UUID after = new UUID(0, 0);
        Instant now = clock.instant();
        List<KeptEntry> page;
        do {
            page = entries.page(name, now, after, PAGE);
            for (KeptEntry entry : page) {
                restored += restore(entry, cache, now) ? 1 : 0;
                after = entry.id();
            }
        } while (page.size() == PAGE);
        return restored;
    }

    private boolean restore(KeptEntry entry, Cache<String, String> cache, Instant now) {
        try (JsonReader reader = Json.createReader(new StringReader(cipher.open(entry.entry())))) {
            JsonObject json = reader.readObject();
            cache.putIfAbsent(json.getString("key"), json.getString("value"), Duration.between(now, entry.expires()).toMillis(),
                    TimeUnit.MILLISECONDS);
            return true;
        } catch (RuntimeException unreadable) {
            LOG.log(Level.WARNING, "An entry of the cache " + entry.cache() + " cannot be read any more and is left out.", unreadable);
            return false;
        }
    }

    private KeptEntry seal(WriteBehind.Change change) {
        JsonObject entry = Json.createObjectBuilder().add("key", change.key()).add("value", change.value().orElseThrow()).build();
        return new KeptEntry(idOf(change.cache(), change.key()), change.cache(), cipher.seal(entry.toString()), change.expires());
    }

    static UUID idOf(String cache, String key) {
        ByteBuffer digest = ByteBuffer.wrap(Digests.sha256Bytes(cache + "\n" + key));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
