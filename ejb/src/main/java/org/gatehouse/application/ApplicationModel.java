package org.gatehouse.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.Slug;
import org.gatehouse.type.UsedBy;

/** Applications as administrators manage them. */
@ApplicationScoped
public class ApplicationModel extends EntityModel<Application, ApplicationModel.Document> {

    /** Names that stand in the same place of a URL as an application's slug. */
    private static final Set<String> RESERVED = Set.of("authorize", "token", "userinfo", "introspect", "revoke", "device",
            "par", "register", "jwks", "launch");

    /** The writable fields. */
    public record Document(
            @NotBlank @Size(max = 500) String name,
            @NotBlank @Slug @Size(max = 100) String slug,
            Long provider,
            List<Long> backchannelProviders,
            @Default("false") boolean openInNewTab,
            @Default("") @Size(max = 2000) String metaLaunchUrl,
            @Default("") @Size(max = 2000) String metaIcon,
            @Default("") @Size(max = 2000) String metaDescription,
            @Default("") @Size(max = 500) String metaPublisher,
            @Default("any") PolicyEngineMode policyEngineMode,
            @Default("") @Size(max = 500) String group,
            @Default("false") boolean metaHide) {

        void check(FieldProblems problems) {
            if (RESERVED.contains(slug.toLowerCase(Locale.ROOT))) {
                problems.add("slug", "The slug '" + slug + "' is reserved and cannot be used for applications.");
            }
            if (!new LaunchTemplate(metaLaunchUrl).isValid()) {
                problems.add("meta_launch_url", "Enter a valid URL.");
            }
            if (!metaIcon.isEmpty() && !metaIcon.startsWith("/") && metaIcon.contains(":") && !LaunchTemplate.isLink(metaIcon)
                    && !metaIcon.startsWith("fa://")) {
                problems.add("meta_icon", "Enter a valid URL.");
            }
        }
    }

    @Inject
    private ApplicationRepository applications;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private UserRepository users;

    @Inject
    private ApplicationForms forms;

    public ApplicationModel() {
        super(Document.class, ApplicationRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_core.application";
    }

    @Override
    public String path() {
        return "core/applications";
    }

    @Override
    public String keyField() {
        return "slug";
    }

    @Override
    protected ApplicationRepository repository() {
        return applications;
    }

    @Override
    protected Optional<Application> findByKey(String key) {
        return applications.findBySlug(key);
    }

    @Override
    protected Optional<Application> findByPk(String pk) {
        return ObjectKey.uuid(pk).flatMap(applications::find);
    }

    @Override
    protected String keyOf(Application application) {
        return application.getSlug();
    }

    @Override
    protected Document documentOf(Application application) {
        return new Document(application.getName(), application.getSlug(),
                application.getProvider() == null ? null : application.getProvider().getNumPk(),
                applications.backchannelProvidersOf(List.of(application.getId())).getOrDefault(application.getId(), List.of()),
                application.isOpenInNewTab(), application.getMetaLaunchUrl(), application.getMetaIcon(),
                application.getMetaDescription(), application.getMetaPublisher(), application.getPolicyEngineMode(),
                application.getGroupName(), application.isMetaHide());
    }

    /** The full wire forms as the actor sees them. */
    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<Application> page) {
        return forms.full(page, Optional.ofNullable(actor.userId()).flatMap(users::find));
    }

    @Override
    protected Application store(Actor actor, Optional<Application> existing, Document document, FieldProblems problems) {
        Application application = existing.orElseGet(ApplicationModel::newApplication);
        document.check(problems);
        applications.findBySlug(document.slug()).filter(other -> !other.getId().equals(application.getId()))
                .ifPresent(other -> problems.add("slug", "An application with this slug exists already."));
        Optional<Provider> provider = Optional.ofNullable(document.provider()).flatMap(number -> find("provider", number, problems));
        provider.flatMap(one -> applications.findByProvider(one.getId())).filter(other -> !other.getId().equals(application.getId()))
                .ifPresent(other -> problems.add("provider", "An application with this provider exists already."));
        List<Provider> backchannel = new ArrayList<>();
        new LinkedHashSet<>(document.backchannelProviders())
                .forEach(number -> find("backchannel_providers", number, problems).ifPresent(backchannel::add));
        problems.refuseIfAny();
        fill(application, document, provider.orElse(null));
        if (existing.isEmpty()) {
            applications.add(application);
        }
        applications.flush();
        applications.replaceBackchannelProviders(application.getId(), backchannel.stream().<UUID>map(Provider::getId).toList());
        return application;
    }

    /** What goes with the application, and the brands that lose it as their default; none of it keeps it from being deleted. */
    @Override
    public List<UsedBy> usedBy(String key) {
        return applications.findBySlug(key).map(application -> applications.usesOf(application.getId()).stream()
                .map(use -> UsedBy.of(use.get(0), use.get(1), use.get(2), use.get(3))).toList()).orElse(List.of());
    }

    @Override
    protected List<UsedBy> blockers(String key) {
        return List.of();
    }

    private static void fill(Application application, Document document, Provider provider) {
        application.setName(document.name().strip());
        application.setSlug(document.slug());
        application.setGroupName(document.group());
        application.setProvider(provider);
        application.setPolicyEngineMode(document.policyEngineMode());
        application.setOpenInNewTab(document.openInNewTab());
        application.setMetaLaunchUrl(document.metaLaunchUrl());
        application.setMetaIcon(document.metaIcon());
        application.setMetaDescription(document.metaDescription());
        application.setMetaPublisher(document.metaPublisher());
        application.setMetaHide(document.metaHide());
    }

    private Optional<Provider> find(String field, Long number, FieldProblems problems) {
        Optional<Provider> found = objects.findProvider(number);
        if (found.isEmpty()) {
            problems.add(field, FieldProblems.missing(number));
        }
        return found;
    }

    private static Application newApplication() {
        Application application = new Application();
        application.setId(UUID.randomUUID());
        return application;
    }
}
