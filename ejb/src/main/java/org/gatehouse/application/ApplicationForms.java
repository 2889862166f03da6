package org.gatehouse.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.file.MediaAddress;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.ProviderForms;
import org.gatehouse.type.WireObject;

/** The full wire forms of applications. */
@ApplicationScoped
public class ApplicationForms {

    @Inject
    private ApplicationRepository applications;

    @Inject
    private ConfiguredObjectRepository repository;

    @Inject
    private ProviderForms providers;

    @Inject
    private LaunchUrls launchUrls;

    /** Shown for a user, because launch URLs may hold the user's name. */
    public List<JsonObject> full(List<Application> page, Optional<User> user) {
        Map<UUID, List<Long>> backchannel = applications.backchannelProvidersOf(page.stream().map(Application::getId).toList());
        Map<Long, JsonObject> providerForms = providerForms(page, backchannel);
        return page.stream().map(application -> full(application, backchannel.getOrDefault(application.getId(), List.of()), providerForms,
                launchUrls.of(application, user))).toList();
    }

    private Map<Long, JsonObject> providerForms(List<Application> page, Map<UUID, List<Long>> backchannel) {
        Map<Long, Provider> shown = new LinkedHashMap<>();
        page.stream().map(Application::getProvider).filter(Objects::nonNull).forEach(one -> shown.put(one.getNumPk(), one));
        repository.findProviders(backchannel.values().stream().flatMap(List::stream).distinct().toList())
                .forEach(one -> shown.put(one.getNumPk(), one));
        Map<UUID, JsonObject> forms = providers.ofProviders(List.copyOf(shown.values()));
        return shown.values().stream().collect(Collectors.toMap(Provider::getNumPk, one -> forms.get(one.getId())));
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
                .put("meta_icon_url", MediaAddress.of(application.getMetaIcon()).orElse(null))
                .put("meta_icon_themed_urls", MediaAddress.themed(application.getMetaIcon()).orElse(null))
                .put("meta_description", application.getMetaDescription())
                .put("meta_publisher", application.getMetaPublisher())
                .put("policy_engine_mode", application.getPolicyEngineMode())
                .put("group", application.getGroupName())
                .put("meta_hide", application.isMetaHide())
                .build();
    }
}
