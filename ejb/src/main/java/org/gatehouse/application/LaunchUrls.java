package org.gatehouse.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.directory.User;
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
        return Optional.ofNullable(application.getProvider()).flatMap(this::ofProvider).filter(LaunchTemplate::isLink);
    }

    private Optional<String> ofProvider(Provider provider) {
        return ofProvider(provider, objects.typeOf(provider));
    }

    private <S extends Record> Optional<String> ofProvider(Provider provider, TypeDescriptor<S> type) {
        return type.behaviour() instanceof ProviderType<S> behaviour
                ? behaviour.launchUrl(objects.settings(provider, type.settingsType())) : Optional.empty();
    }
}
