package org.gatehouse.type;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All object types of the product, found by CDI. A mistake in a type (two with one name, a settings component of an
 * unknown kind) stops the deployment with a sentence that names the class.
 */
@ApplicationScoped
public class TypeRegistry {

    @Inject
    @Any
    private Instance<ConfigurableType<?>> behaviours;

    private final Map<Family, Map<String, TypeDescriptor<?>>> byName = new HashMap<>();
    private final Map<String, TypeDescriptor<?>> byModel = new HashMap<>();

    @PostConstruct
    void collect() {
        for (Instance.Handle<ConfigurableType<?>> handle : behaviours.handles()) {
            if (handle.getBean().getBeanClass().isAnnotationPresent(ObjectType.class)) {
                register(TypeDescriptor.of(handle.getBean().getBeanClass(), handle.get()));
            }
        }
    }

    private void register(TypeDescriptor<?> type) {
        TypeDescriptor<?> twin = byName.computeIfAbsent(type.family(), family -> new HashMap<>()).put(type.name(), type);
        TypeDescriptor<?> modelTwin = byModel.put(type.model(), type);
        if (twin != null || modelTwin != null) {
            throw new IllegalStateException(type.behaviourClass().getName() + " and "
                    + (twin == null ? modelTwin : twin).behaviourClass().getName() + " claim the same name.");
        }
    }

    /** The types of a family that administrators can create, by name. */
    public List<TypeDescriptor<?>> types(Family family) {
        List<TypeDescriptor<?>> types = new ArrayList<>(byName.getOrDefault(family, Map.of()).values());
        types.removeIf(TypeDescriptor::internal);
        types.sort(Comparator.comparing(TypeDescriptor::name));
        return types;
    }

    public Optional<TypeDescriptor<?>> find(Family family, String name) {
        return Optional.ofNullable(byName.getOrDefault(family, Map.of()).get(name));
    }

    /** @throws IllegalStateException when a stored object has a type this installation lacks */
    public TypeDescriptor<?> get(Family family, String name) {
        return find(family, name).orElseThrow(() -> new IllegalStateException("No " + family + " type is called " + name + "."));
    }

    /** The type that the API offers under this path of the family's folder. */
    public Optional<TypeDescriptor<?>> findByPath(Family family, String path) {
        return types(family).stream().<TypeDescriptor<?>>map(type -> type).filter(type -> type.path().equals(path)).findFirst();
    }

    /** The type with this model name, as blueprints write it. */
    public Optional<TypeDescriptor<?>> findByModel(String model) {
        TypeDescriptor<?> type = byModel.get(model);
        return type == null || type.internal() ? Optional.empty() : Optional.of(type);
    }
}
