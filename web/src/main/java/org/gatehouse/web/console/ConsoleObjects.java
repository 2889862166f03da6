package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.access.Actor;
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

    /** Whether objects of a model can be changed in this way. */
    public boolean can(String model, Model.Operation operation) {
        return model(model).operations().contains(operation);
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
