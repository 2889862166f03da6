package org.gatehouse.web.console;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.rehearsal.Rehearsal;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Model;
import org.gatehouse.type.Model.Operation;
import org.gatehouse.type.ObjectInUse;
import org.gatehouse.type.StaleWrite;
import org.gatehouse.type.UsedBy;
import org.gatehouse.web.page.BrowserName;

/**
 * The editor of any object, {@code /if/admin/object.xhtml?model=…[&key=…]}. What a new object starts with can be given by
 * {@code set.<field>} parameters.
 */
@Named("editor")
@ViewScoped
public class ObjectEditor implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> GOES_ON = Set.of("authentik_flows.flow", "authentik_stages_invitation.invitation");
    private static final String PRESET = "set.";

    @Inject
    private ConsoleObjects objects;

    @Inject
    private ObjectForms forms;

    @Inject
    private WayBack wayBack;

    @Inject
    private FieldLabels labels;

    @Inject
    private Rehearsal rehearsal;

    private String modelName;
    private String key;
    private String title = "";
    private transient JsonObject wire = JsonObject.EMPTY_JSON_OBJECT;
    private transient ObjectForm form;
    private transient List<String> problems = List.of();
    private transient List<UsedBy> uses = List.of();
    private boolean deleting;
    private String loaded = "";
    private String revision = "";
    private transient List<EditConflict.Field> conflict = List.of();

    @PostConstruct
    void open() {
        Map<String, String> parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        modelName = parameters.get("model");
        key = parameters.getOrDefault("key", "");
        Model model = objects.model(modelName);
        revision = isNew() || !objects.can(modelName, Operation.UPDATE) ? "" : objects.managed().revision(objects.actor(), model, key);
        wire = isNew() ? preset(model, parameters) : objects.managed().read(objects.actor(), model, key);
        title = isNew() ? "" : title();
        form = forms.of(model, wire);
        loaded = wire.toString();
    }

    private String title() {
        return wire.containsKey("last_user_agent") ? BrowserName.of(Cell.text(wire.get("last_user_agent"))) : ReferenceOptions.option(wire).label();
    }

    private static JsonObject preset(Model model, Map<String, String> parameters) {
        JsonObjectBuilder start = Json.createObjectBuilder(model.suggestion());
        parameters.forEach((name, value) -> {
            if (name.startsWith(PRESET)) {
                start.add(name.substring(PRESET.length()), value);
            }
        });
        return start.build();
    }

    /** Stores what was typed and goes back to the list; stays, with the problems at their fields, when it is not accepted. */
    public void save() throws IOException {
        form.read(posted());
        try {
            Model model = objects.model(modelName);
            if (isNew()) {
                created(objects.managed().create(objects.actor(), model, form.document()));
            } else {
                replace(model, form.document());
                leave("saved");
            }
        } catch (InvalidInput refused) {
            complain(refused.problems());
        } catch (StaleWrite stale) {
            dispute(objects.model(modelName));
        }
    }

    /** What the server never tells, such as a certificate's text, stays as it is when nothing was typed for it. */
    private void replace(Model model, JsonObject document) {
        List<String> untouched = document.keySet().stream().filter(name -> !wire.containsKey(name) && Cell.text(document.get(name)).isEmpty()).toList();
        if (untouched.isEmpty()) {
            objects.managed().replace(objects.actor(), model, key, document, Optional.of(revision));
            return;
        }
        JsonObjectBuilder changed = Json.createObjectBuilder(document);
        untouched.forEach(changed::remove);
        objects.managed().patch(objects.actor(), model, key, changed.build(), Optional.of(revision));
    }

    /** What is useful only with more to it opens at once. */
    private void created(String newKey) throws IOException {
        if (GOES_ON.contains(modelName)) {
            go(ListRow.editor(modelName, newKey) + "&done=created");
        } else {
            leave("saved");
        }
    }

    /** Shows what somebody else has changed meanwhile; who saves once more has seen it. */
    private void dispute(Model model) {
        JsonObject current = objects.managed().read(objects.actor(), model, key);
        conflict = EditConflict.between(model.fields(), read(loaded), current, form.document());
        loaded = current.toString();
        revision = objects.managed().revision(objects.actor(), model, key);
        problems = conflict.isEmpty() ? List.of(labels.text("conflict.title")) : List.of();
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_CONFLICT);
    }

    private static JsonObject read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Checks what stands in one field as saving would, without saving. */
    public void check(String field) {
        form.read(posted());
        Optional<String> existing = Optional.of(key).filter(known -> !known.isEmpty());
        FieldProblems found = rehearsal.problems(objects.actor(), objects.model(modelName), existing, form.document());
        found.byField().forEach((name, messages) -> {
            if (name.split("[.\\[]", 2)[0].equals(field)) {
                form.complain(Map.of(name, messages));
            }
        });
        form.find(field).ifPresent(FormField::approve);
    }

    private void complain(FieldProblems found) {
        problems = form.complain(found.byField());
    }

    /** Adds a row to the list of records that the pressed button names. */
    public void addRow(String field) {
        form.read(posted());
        form.find(field).ifPresent(FormField::addRow);
    }

    public void removeRow(String field, int index) {
        form.read(posted());
        form.find(field).ifPresent(found -> found.removeRow(index));
    }

    /** Asks before deleting, and shows what the object is used by. */
    public void askToDelete() {
        form.read(posted());
        uses = objects.managed().usedBy(objects.actor(), objects.model(modelName), key);
        deleting = true;
    }

    public void keep() {
        form.read(posted());
        deleting = false;
    }

    /** Deletes the object and goes back to the list; shows what it is used by when that forbids it. */
    public void delete() throws IOException {
        try {
            objects.managed().delete(objects.actor(), objects.model(modelName), key);
            leave("deleted");
        } catch (ObjectInUse inUse) {
            uses = inUse.usedBy();
        }
    }

    private void leave(String done) throws IOException {
        go(wayBack.from(modelName, wire, done));
    }

    private static void go(String address) throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().redirect(address);
        context.responseComplete();
    }

    private static Map<String, String[]> posted() {
        return ((HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest()).getParameterMap();
    }

    public boolean isNew() {
        return key.isEmpty();
    }

    /** Whether anything about such objects can be written; sessions and the like can only be deleted. */
    public boolean isEditable() {
        return !form.getFields().isEmpty() && objects.can(modelName, isNew() ? Operation.CREATE : Operation.UPDATE);
    }

    public boolean isDeletable() {
        return !isNew() && objects.can(modelName, Operation.DELETE);
    }

    /** Whether something has to be changed before the object can be deleted. */
    public boolean isDeletionBlocked() {
        return uses.stream().anyMatch(use -> use.action().equals("left_dangling"));
    }

    /** The object as a row of its list, for objects that have no form. */
    public ListRow getRow() {
        return wayBack.section(modelName).map(section -> objects.row(section, wire)).orElse(null);
    }

    /** The columns of {@link #getRow()}. */
    public List<Column> getColumns() {
        return wayBack.section(modelName).map(ConsoleSection::columns).orElse(List.of());
    }

    public String getModelName() {
        return modelName;
    }

    public String getKey() {
        return key;
    }

    public String getTitle() {
        return title;
    }

    /** The object's own key in references, {@code pk}; empty for a new one. */
    public String getPk() {
        return isNew() ? "" : ReferenceOptions.option(wire).value();
    }

    /** All that is known about the object, for objects that have no form. */
    public String getJson() {
        return FieldValue.pretty(wire);
    }

    /** The list in which such objects are; empty for none. */
    public String getSectionName() {
        return wayBack.section(modelName).map(ConsoleSection::getName).orElse("");
    }

    public String getSectionLabel() {
        return wayBack.section(modelName).map(labels::list).orElse("");
    }

    public ObjectForm getForm() {
        return form;
    }

    /** What is wrong with no field in particular. */
    public List<String> getProblems() {
        return problems;
    }

    /** What somebody else has changed since the form was opened; saving again overwrites it. */
    public List<EditConflict.Field> getConflict() {
        return conflict;
    }

    /** Where the object opens as it is stored now. */
    public String getHref() {
        return ListRow.editor(modelName, key);
    }

    public List<UsedBy> getUses() {
        return uses;
    }

    public boolean isDeleting() {
        return deleting;
    }

    public String getBack() {
        return wayBack.from(modelName, wire, "");
    }
}
