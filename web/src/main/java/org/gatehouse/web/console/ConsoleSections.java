package org.gatehouse.web.console;

import static org.gatehouse.web.console.Column.of;
import static org.gatehouse.web.console.Column.sortable;
import static org.gatehouse.web.console.Column.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.type.Family;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.TypeRegistry;
import org.gatehouse.web.console.Column.Kind;

/** The lists of the console in the order of its menu. A model that is in none of them gets a list of its own at the end, so that none is forgotten. */
@Named("sections")
@ApplicationScoped
public class ConsoleSections {

    private static final Column TYPE = of("meta_model_name", Kind.TYPE);

    private static final List<ConsoleSection> ALL = List.of(
            ConsoleSection.of("applications", "authentik_core.application", true,
                    text("name"), sortable("slug", Kind.CODE), text("group"), text("provider_obj.name")),
            ConsoleSection.of("providers", Family.PROVIDER, text("name"), TYPE, text("assigned_application_name")),
            ConsoleSection.of("registrations", "authentik_providers_oauth2.oauth2dynamicclientregistration", true,
                    text("name"), text("default_application_group"), of("open_registration", Kind.FLAG), of("client_id_documents", Kind.FLAG)),
            ConsoleSection.of("client-policies", "authentik_providers_oauth2.clientpolicy", true,
                    text("name"), of("enabled", Kind.FLAG), of("demands.security_profile", Kind.BADGE), of("conditions.origin", Kind.BADGE)),
            ConsoleSection.of("users", "authentik_core.user", true,
                    text("username"), text("name"), text("email"), of("type", Kind.BADGE), of("is_active", Kind.FLAG),
                    sortable("last_login", Kind.TIME)),
            ConsoleSection.of("groups", "authentik_core.group", true,
                    text("name"), of("users", Kind.COUNT), of("is_superuser", Kind.FLAG)),
            ConsoleSection.of("roles", "authentik_rbac.role", true, text("name")),
            ConsoleSection.of("initial-permissions", "authentik_rbac.initialpermissions", true, text("name")),
            ConsoleSection.of("tokens", "authentik_core.token", true,
                    text("identifier"), text("user_obj.username"), of("intent", Kind.BADGE), sortable("expires", Kind.TIME)),
            ConsoleSection.of("sessions", "authentik_core.authenticatedsession", false,
                    of("user", Kind.USER), of("last_ip", Kind.CODE), of("last_user_agent", Kind.BROWSER), of("last_used", Kind.TIME),
                    of("expires", Kind.TIME)),
            ConsoleSection.of("flows", "authentik_flows.flow", true,
                    text("name"), sortable("slug", Kind.CODE), sortable("designation", Kind.BADGE), text("title")),
            ConsoleSection.of("stages", Family.STAGE, text("name"), TYPE),
            ConsoleSection.of("prompts", "authentik_stages_prompt.prompt", true,
                    text("name"), sortable("field_key", Kind.CODE), text("label"), sortable("type", Kind.BADGE), sortable("required", Kind.FLAG)),
            ConsoleSection.of("invitations", "authentik_stages_invitation.invitation", true,
                    text("name"), text("created_by.username"), text("flow_obj.slug"), of("single_use", Kind.FLAG), sortable("expires", Kind.TIME)),
            ConsoleSection.of("policies", Family.POLICY, text("name"), TYPE),
            ConsoleSection.of("mappings", Family.PROPERTY_MAPPING, text("name"), TYPE),
            ConsoleSection.of("events", "authentik_events.event", false,
                    sortable("action", Kind.BADGE), text("user.username"), of("app", Kind.CODE), sortable("client_ip", Kind.CODE),
                    sortable("created", Kind.TIME)).orderedBy("-created"),
            ConsoleSection.of("brands", "authentik_brands.brand", true,
                    text("domain"), text("branding_title"), of("default", Kind.FLAG)),
            ConsoleSection.of("certificates", "authentik_crypto.certificatekeypair", true,
                    text("name"), of("key_type", Kind.BADGE), of("cert_expiry", Kind.TIME), of("private_key_available", Kind.FLAG)),
            ConsoleSection.of("blueprints", "authentik_blueprints.blueprintinstance", true,
                    text("name"), of("path", Kind.CODE), of("status", Kind.BADGE), of("enabled", Kind.FLAG), of("last_applied", Kind.TIME)));

    private static final List<String> PAGES = List.of("wizard", "blueprint", "certificate");

    /** The menu: lists by heading, the headings' names after {@code menu.} in the bundle. */
    private static final Map<String, List<String>> MENU = menu();

    @Inject
    private ModelRegistry models;

    @Inject
    private TypeRegistry types;

    private static Map<String, List<String>> menu() {
        Map<String, List<String>> menu = new LinkedHashMap<>();
        menu.put("access", List.of("applications", "providers", "registrations", "client-policies"));
        menu.put("directory", List.of("users", "groups", "roles", "initial-permissions", "invitations", "tokens", "sessions"));
        menu.put("flows", List.of("flows", "stages", "prompts", "policies", "mappings"));
        menu.put("system", List.of("events", "brands", "certificates", "blueprints"));
        return menu;
    }

    public List<Map.Entry<String, List<ConsoleSection>>> getMenu() {
        Stream<Map.Entry<String, List<ConsoleSection>>> headings = MENU.entrySet().stream().map(heading -> Map.entry(heading.getKey(),
                heading.getValue().stream().map(name -> find(name).orElseThrow()).filter(this::isThere).toList()));
        return Stream.concat(headings, Stream.of(Map.entry("more", others()))).filter(heading -> !heading.getValue().isEmpty()).toList();
    }

    /** Every list: the ones of the menu's headings, then the others. */
    public List<ConsoleSection> getAll() {
        return Stream.concat(ALL.stream().filter(this::isThere), others().stream()).toList();
    }

    /** Pages that are no lists, by the names of their files. */
    public List<String> getPages() {
        return PAGES;
    }

    public Optional<ConsoleSection> find(String name) {
        return Stream.concat(ALL.stream(), others().stream()).filter(section -> section.name().equals(name)).findFirst();
    }

    private boolean isThere(ConsoleSection section) {
        return section.family().isPresent() || models.findByName(section.model()).isPresent();
    }

    private List<ConsoleSection> others() {
        Set<String> shown = ALL.stream().map(ConsoleSection::model).collect(Collectors.toSet());
        return models.all().stream().filter(model -> !shown.contains(model.name()) && types.findByModel(model.name()).isEmpty())
                .map(ConsoleSections::plain).toList();
    }

    private static ConsoleSection plain(Model model) {
        Column[] columns = Columns.plain(model).toArray(Column[]::new);
        return ConsoleSection.of(model.name(), model.name(), model.operations().contains(Model.Operation.CREATE), columns);
    }

    /** The list in which objects of a model are. */
    Optional<ConsoleSection> ofModel(String model, Optional<Family> family) {
        return Stream.concat(ALL.stream(), others().stream())
                .filter(section -> family.isPresent() ? section.family().equals(family) : section.model().equals(model)).findFirst();
    }
}
