package org.gatehouse.provider.oauth2.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.model.brand.SystemMarkers;

/**
 * What pairwise subjects are computed with. Made once with the database and never changed: with another one every user would be a stranger
 * to every client. Read once by each node.
 */
@ApplicationScoped
public class PairwiseSalt {

    private static final String MARKER = "pairwise-subjects";

    private final AtomicReference<String> known = new AtomicReference<>();

    @Inject
    private SystemMarkers markers;

    /** The salt; 64 hexadecimal digits. */
    public String value() {
        String read = known.get();
        if (read == null) {
            read = markers.find(MARKER).orElseThrow(() -> new IllegalStateException("The salt of pairwise subjects is gone."));
            known.set(read);
        }
        return read;
    }
}
