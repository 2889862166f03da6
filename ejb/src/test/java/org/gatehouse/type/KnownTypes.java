package org.gatehouse.type;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A registry of the types a test names. */
public final class KnownTypes extends TypeRegistry {

    private final Map<String, TypeDescriptor<?>> types = new HashMap<>();

    public KnownTypes add(ConfigurableType<?> behaviour) {
        TypeDescriptor<?> type = TypeDescriptor.of(behaviour.getClass(), behaviour);
        types.put(type.family() + "/" + type.name(), type);
        return this;
    }

    @Override
    public Optional<TypeDescriptor<?>> find(Family family, String name) {
        return Optional.ofNullable(types.get(family + "/" + name));
    }
}
