package org.gatehouse.provider;

import java.util.Optional;
import org.gatehouse.type.ConfigurableType;

/**
 * The behaviour of one type of provider.
 *
 * @param <S> its settings
 */
public interface ProviderType<S extends Record> extends ConfigurableType<S> {

    /** Where the portal sends a user who opens an application of this provider that has no launch URL of its own. */
    default Optional<String> launchUrl(S settings, Launch launch) {
        return Optional.empty();
    }
}
