package org.gatehouse.geo;

import com.maxmind.db.Reader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One database in MaxMind's format, mapped into memory. Looks every half minute whether the file is another one; one that cannot be
 * read, such as one that is just being copied, does not replace the one before.
 */
final class GeoDatabaseFile {

    private static final Logger LOG = Logger.getLogger(GeoDatabaseFile.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final Path path;
    private final Clock clock;
    private Reader reader;
    private State seen;
    private Instant nextLook = Instant.MIN;
    private String complaint = "";

    GeoDatabaseFile(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
    }

    /** By what a file that was replaced is told from the one before. */
    private record State(FileTime modified, long size) {
    }

    /** Whether there is a database to ask. */
    boolean isOpen() {
        return current().isPresent();
    }

    /** What changes when the answers may have changed; empty without a database. */
    synchronized Optional<Object> version() {
        return current().map(open -> seen);
    }

    /** What the database says about the address; empty when it does not know it, or there is no database. */
    Optional<Map<?, ?>> find(InetAddress address) {
        Optional<Reader> open = current();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(open.get().get(address, Map.class)).map(found -> (Map<?, ?>) found);
        } catch (IOException | RuntimeException damaged) {
            LOG.log(Level.WARNING, damaged, () -> path + " is damaged");
            return Optional.empty();
        }
    }

    private synchronized Optional<Reader> current() {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(LOOK_EVERY);
            look();
        }
        return Optional.ofNullable(reader);
    }

    private void look() {
        try {
            State state = new State(Files.getLastModifiedTime(path), Files.size(path));
            if (!state.equals(seen)) {
                // The former reader is not closed: somebody may be reading. It goes when nobody holds it any more.
                reader = new Reader(path.toFile(), Reader.FileMode.MEMORY_MAPPED);
                seen = state;
                complaint = "";
                LOG.info(() -> "GeoIP database " + path + " of " + reader.getMetadata().buildTime());
            }
        } catch (IOException | RuntimeException unreadable) {
            complain(unreadable.toString());
        }
    }

    /** Says the same thing once, not every half minute. */
    private void complain(String problem) {
        if (!problem.equals(complaint)) {
            complaint = problem;
            LOG.warning(() -> "The GeoIP database " + path + " cannot be read: " + problem);
        }
    }
}
