package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.type.Family;
import org.gatehouse.type.ManagedFamilies;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.TypeDescriptor;
import org.gatehouse.type.TypeRegistry;
import org.gatehouse.web.http.CurrentSession;

/** Managed objects as the person at the console may see them: every call is made in that person's name. */
@Named("consoleObjects")
@RequestScoped
public class ConsoleObjects {

    @Inject
    private ModelRegistry models;

    @Inject
    private TypeRegistry types;

    @Inject
    private ManagedModels managed;

    @Inject
    private ManagedFamilies families;

    @Inject
    private Permissions permissions;

    @Inject
    private CurrentSession current;

    public Actor actor() {
        return current.actor();
    }

    /** @throws ObjectNotFound when this installation has no such model */
    public Model model(String name) {
        return models.findByName(name == null ? "" : name).orElseThrow(() -> new ObjectNotFound("No model is called " + name + "."));
    }

    public Optional<Model> findModel(String name) {
        return models.findByName(name);
    }

    /** Whether the person can change some object of a model in this way. Which ones is decided for each of them when it is tried. */
    public boolean can(String model, Model.Operation operation) {
        return model(model).operations().contains(operation) && switch (operation) {
            case CREATE -> permissions.has(actor(), Permission.add(model));
            case UPDATE -> permissions.hasSomewhere(actor(), Permission.change(model));
            case DELETE -> permissions.hasSomewhere(actor(), Permission.delete(model));
        };
    }

    /** Whether the person may see anything in a list. */
    public boolean sees(ConsoleSection section) {
        return section.family().isPresent() ? types.types(section.family().get()).stream().anyMatch(type -> sees(type.model())) : sees(section.model());
    }

    /** Whether the person may see some object of a model. */
    public boolean sees(String model) {
        return permissions.hasSomewhere(actor(), Permission.view(model));
    }

    /** Whether the person may make objects that are in a list. */
    public boolean creates(ConsoleSection section) {
        return section.creatable() && (section.family().isPresent()
                ? types.types(section.family().get()).stream().anyMatch(type -> can(type.model(), Model.Operation.CREATE))
                : can(section.model(), Model.Operation.CREATE));
    }

    public Optional<TypeDescriptor<?>> type(String model) {
        return types.findByModel(model);
    }

    public TypeRegistry types() {
        return types;
    }

    public ModelPage list(ConsoleSection section, ModelQuery query) {
        return section.family().isPresent() ? list(section.family().get(), query) : list(model(section.model()), query);
    }

    public ModelPage list(Family family, ModelQuery query) {
        return families.list(actor(), family, query);
    }

    /** The model of one object of a family. */
    public Model modelOf(Family family, String key) {
        return families.modelOf(actor(), family, key);
    }

    public ModelPage list(Model model, ModelQuery query) {
        return managed.list(actor(), model, query);
    }

    public ManagedModels managed() {
        return managed;
    }

    /** The row of a list. */
    public ListRow row(ConsoleSection section, JsonObject wire) {
        String name = section.family().isPresent() ? wire.getString("meta_model_name") : section.model();
        return ListRow.of(section, name, Cell.text(wire.get(model(name).keyField())), wire);
    }
}
