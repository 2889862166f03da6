package org.gatehouse.web.console.wizard;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.application.ApplicationSetup;
import org.gatehouse.type.Family;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Model;
import org.gatehouse.type.TypeDescriptor;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.console.FieldLabels;
import org.gatehouse.web.console.FormField;
import org.gatehouse.web.console.ListRow;
import org.gatehouse.web.console.ObjectForm;
import org.gatehouse.web.console.ObjectForms;
import org.gatehouse.web.console.Option;
import org.gatehouse.web.console.ReferenceOptions;

/** Three steps to an application: itself and the type of its provider; the provider; who may use it. */
@Named("wizard")
@ViewScoped
public class ApplicationWizard implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String APPLICATION = "authentik_core.application";
    private static final Set<String> MADE_HERE = Set.of("provider", "backchannel_providers", "policy_engine_mode");
    private static final int LAST = 3;

    /** A type of provider with its words. */
    public record Choice(String model, String name, String description) implements Serializable {
    }

    @Inject
    private ConsoleObjects objects;

    @Inject
    private ObjectForms forms;

    @Inject
    private FieldLabels labels;

    @Inject
    private ApplicationSetup setup;

    @Inject
    private ReferenceOptions references;

    private int step = 1;
    private String providerModel = "";
    private transient ObjectForm application;
    private transient ObjectForm provider;
    private final BoundSubjects access = new BoundSubjects();
    private transient List<String> problems = List.of();

    @PostConstruct
    void open() {
        Model model = objects.model(APPLICATION);
        application = forms.of(model, model.suggestion());
        providerModel = getChoices().stream().findFirst().map(Choice::model).orElse("");
    }

    public List<Choice> getChoices() {
        return objects.types().types(Family.PROVIDER).stream().map(this::choice)
                .sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    private Choice choice(TypeDescriptor<?> type) {
        return new Choice(type.model(), labels.typeName(type), labels.typeDescription(type));
    }

    /** Takes over the step that is shown and goes on to the next, unless something is missing on it. */
    public void next() {
        read();
        problems = shown() == null ? List.of() : missing(shown());
        boolean complete = problems.isEmpty() && (shown() == null || shown().getFields().stream().noneMatch(FormField::isTroubled));
        if (complete && step < LAST) {
            step += step == 1 && providerModel.isEmpty() ? 2 : 1;
            openProvider();
        }
    }

    public void back() {
        read();
        problems = List.of();
        step -= step == LAST && providerModel.isEmpty() ? 2 : 1;
        step = Math.max(1, step);
    }

    private void openProvider() {
        if (step == 2) {
            Model model = objects.model(providerModel);
            JsonObject start = Json.createObjectBuilder(model.suggestion()).add("name", application.document().getString("name", "")).build();
            provider = forms.of(model, start);
        }
    }

    private ObjectForm shown() {
        return step == 1 ? application : step == 2 ? provider : null;
    }

    /** What must be there is asked for at once; everything else is checked by the models when it is stored. */
    private List<String> missing(ObjectForm form) {
        Map<String, List<String>> blank = new LinkedHashMap<>();
        form.getFields().stream().filter(field -> field.isShown() && field.isRequired() && field.getText().isBlank() && isAsked(field))
                .forEach(field -> blank.put(field.getName(), List.of(labels.text("wizard.required"))));
        return form.complain(blank);
    }

    private static boolean isAsked(FormField field) {
        return List.of("TEXT", "SELECT", "NUMBER", "AREA", "CODE").contains(field.getWidget());
    }

    private void read() {
        Map<String, String[]> posted = ((HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest()).getParameterMap();
        if (step == 1) {
            String[] chosen = posted.getOrDefault("provider-model", new String[] {""});
            providerModel = getChoices().stream().map(Choice::model).filter(chosen[0]::equals).findFirst().orElse("");
        }
        if (shown() != null) {
            shown().read(posted);
        } else {
            access.read(posted);
        }
    }

    /** Makes everything at once and opens the application; goes back to the step at which something is wrong. */
    public void create() throws IOException {
        read();
        try {
            String key = setup.create(objects.actor(), new ApplicationSetup.Order(application.document(), providerModel,
                    providerModel.isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : provider.document(), access.bindings()));
            FacesContext.getCurrentInstance().getExternalContext().redirect(ListRow.editor(APPLICATION, key) + "&done=created");
            FacesContext.getCurrentInstance().responseComplete();
        } catch (InvalidInput refused) {
            complain(refused.problems().byField());
        }
    }

    private void complain(Map<String, List<String>> found) {
        Map<String, List<String>> ofApplication = inside(found, ApplicationSetup.APPLICATION);
        Map<String, List<String>> ofProvider = inside(found, ApplicationSetup.PROVIDER);
        step = !ofApplication.isEmpty() ? 1 : !ofProvider.isEmpty() ? 2 : LAST;
        problems = step == LAST ? found.values().stream().flatMap(List::stream).toList()
                : shown().complain(step == 1 ? ofApplication : ofProvider);
    }

    private static Map<String, List<String>> inside(Map<String, List<String>> found, String prefix) {
        Map<String, List<String>> inner = new LinkedHashMap<>();
        found.forEach((name, messages) -> {
            if (name.startsWith(prefix)) {
                inner.put(name.substring(prefix.length()), messages);
            }
        });
        return inner;
    }

    /** The fields of the application that are asked for here. */
    public List<FormField> getApplicationFields() {
        return application.getFields().stream().filter(field -> field.isShown() && !MADE_HERE.contains(field.getName())).toList();
    }

    public ObjectForm getProvider() {
        return provider;
    }

    public String getProviderModel() {
        return providerModel;
    }

    /** What can be ticked in one of the lists of {@link BoundSubjects}. */
    public List<Option> options(String list) {
        return references.ofList(list);
    }

    public BoundSubjects getAccess() {
        return access;
    }

    public int getStep() {
        return step;
    }

    public boolean isLast() {
        return step == LAST;
    }

    public List<String> getProblems() {
        return problems;
    }
}
