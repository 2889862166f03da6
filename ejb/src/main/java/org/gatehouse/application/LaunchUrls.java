package org.gatehouse.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.Launch;
import org.gatehouse.provider.ProviderType;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.TypeDescriptor;

/** Where an application is opened: its own launch URL, else what its provider knows. */
@ApplicationScoped
class LaunchUrls {

    @Inject
    private ConfiguredObjects objects;

    /** The URL for a user; placeholders lead nowhere without one. */
    Optional<String> of(Application application, Optional<User> user) {
        LaunchTemplate own = new LaunchTemplate(application.getMetaLaunchUrl());
        if (!application.getMetaLaunchUrl().isEmpty()) {
            return user.isPresent() ? own.of(user.get()) : Optional.of(own.text()).filter(LaunchTemplate::isLink);
        }
        Launch launch = new Launch(application.getSlug(), user);
        return Optional.ofNullable(application.getProvider()).flatMap(provider -> ofProvider(provider, launch)).filter(LaunchTemplate::isLink);
    }

    private Optional<String> ofProvider(Provider provider, Launch launch) {
        return ofProvider(provider, objects.typeOf(provider), launch);
    }

    private <S extends Record> Optional<String> ofProvider(Provider provider, TypeDescriptor<S> type, Launch launch) {
        return type.behaviour() instanceof ProviderType<S> behaviour
                ? behaviour.launchUrl(objects.settings(provider, type.settingsType()), launch) : Optional.empty();
    }
}
