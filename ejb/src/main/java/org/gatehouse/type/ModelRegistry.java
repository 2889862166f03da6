package org.gatehouse.type;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All managed models: the ones with a bean of their own, and one for each configured object type. */
@ApplicationScoped
public class ModelRegistry {

    @Inject
    @Any
    private Instance<Model> beans;

    @Inject
    private TypeRegistry types;

    @Inject
    private ConfiguredObjects objects;

    private final Map<String, Model> byName = new LinkedHashMap<>();
    private final Map<String, Model> byPath = new LinkedHashMap<>();

    @PostConstruct
    void collect() {
        beans.forEach(this::register);
        for (Family family : Family.values()) {
            types.types(family).forEach(type -> register(new ConfiguredObjectModel(type, objects)));
        }
    }

    private void register(Model model) {
        if (byName.put(model.name(), model) != null || byPath.put(model.path(), model) != null) {
            throw new IllegalStateException("Two models claim " + model.name() + " or " + model.path() + ".");
        }
    }

    public Collection<Model> all() {
        return byName.values();
    }

    public Optional<Model> findByName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Model> findByPath(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
