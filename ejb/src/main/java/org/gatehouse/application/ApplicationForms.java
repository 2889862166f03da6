package org.gatehouse.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Family;
import org.gatehouse.type.WireObject;

/** The full wire forms of applications. */
@ApplicationScoped
class ApplicationForms {

    /** The contract's {@code Provider}. */
    private static final Set<String> COMMON = Set.of("pk", "name", "authentication_flow", "authorization_flow", "invalidation_flow",
            "property_mappings", "component", "assigned_application_slug", "assigned_application_name",
            "assigned_backchannel_application_slug", "assigned_backchannel_application_name", "verbose_name", "verbose_name_plural",
            "meta_model_name");

    @Inject
    private ApplicationRepository applications;

    @Inject
    private ConfiguredObjectRepository repository;

    @Inject
    private ConfiguredObjects objects;

    @Inject
    private LaunchUrls launchUrls;

    /** Shown for a user, because launch URLs may hold the user's name. */
    List<JsonObject> full(List<Application> page, Optional<User> user) {
        Map<UUID, List<Long>> backchannel = applications.backchannelProvidersOf(page.stream().map(Application::getId).toList());
        Map<Long, JsonObject> providers = providerForms(page, backchannel);
        return page.stream().map(application -> full(application, backchannel.getOrDefault(application.getId(), List.of()), providers,
                launchUrls.of(application, user))).toList();
    }

    private Map<Long, JsonObject> providerForms(List<Application> page, Map<UUID, List<Long>> backchannel) {
        Map<Long, Provider> shown = new LinkedHashMap<>();
        page.stream().map(Application::getProvider).filter(Objects::nonNull).forEach(one -> shown.put(one.getNumPk(), one));
        repository.findProviders(backchannel.values().stream().flatMap(List::stream).distinct().toList())
                .forEach(one -> shown.put(one.getNumPk(), one));
        List<Provider> distinct = List.copyOf(shown.values());
        List<JsonObject> forms = objects.toWire(Family.PROVIDER, distinct);
        Map<Long, JsonObject> byNumber = new HashMap<>();
        for (int i = 0; i < forms.size(); i++) {
            byNumber.put(distinct.get(i).getNumPk(), common(forms.get(i)));
        }
        return byNumber;
    }

    /** What all providers have. Every user sees applications; a provider's own settings are for who manages it. */
    private static JsonObject common(JsonObject provider) {
        JsonObjectBuilder common = Json.createObjectBuilder();
        provider.forEach((name, value) -> {
            if (COMMON.contains(name)) {
                common.add(name, value);
            }
        });
        return common.build();
    }

    private static JsonObject full(Application application, List<Long> backchannel, Map<Long, JsonObject> providers, Optional<String> launchUrl) {
        Long provider = application.getProvider() == null ? null : application.getProvider().getNumPk();
        return WireObject.empty()
                .put("pk", application.getId())
                .put("pbm_uuid", application.getId())
                .put("name", application.getName())
                .put("slug", application.getSlug())
                .put("provider", provider)
                .put("provider_obj", provider == null ? null : providers.get(provider))
                .put("backchannel_providers", backchannel)
                .put("backchannel_providers_obj", backchannel.stream().map(providers::get).filter(Objects::nonNull).toList())
                .put("launch_url", launchUrl.orElse(null))
                .put("open_in_new_tab", application.isOpenInNewTab())
                .put("meta_launch_url", application.getMetaLaunchUrl())
                .put("meta_icon", application.getMetaIcon())
                .put("meta_icon_url", application.getMetaIcon().isEmpty() ? null : application.getMetaIcon())
                .put("meta_icon_themed_urls", null)
                .put("meta_description", application.getMetaDescription())
                .put("meta_publisher", application.getMetaPublisher())
                .put("policy_engine_mode", application.getPolicyEngineMode())
                .put("group", application.getGroupName())
                .put("meta_hide", application.isMetaHide())
                .build();
    }
}
