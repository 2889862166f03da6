package org.gatehouse.type;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * One object type: its names, its settings record's fields, and its behaviour.
 *
 * @param <S> the settings record
 */
public record TypeDescriptor<S extends Record>(
        Family family,
        String name,
        String path,
        String model,
        String component,
        boolean internal,
        Class<S> settingsType,
        List<FieldDescriptor> fields,
        ConfigurableType<S> behaviour,
        Class<?> behaviourClass) {

    /** Describes a behaviour bean; {@code beanClass} is its class without any proxy. */
    static TypeDescriptor<?> of(Class<?> beanClass, ConfigurableType<?> behaviour) {
        return describe(beanClass, behaviour);
    }

    @SuppressWarnings("unchecked")
    private static <S extends Record> TypeDescriptor<S> describe(Class<?> beanClass, ConfigurableType<?> behaviour) {
        ObjectType type = beanClass.getAnnotation(ObjectType.class);
        if (type == null) {
            throw new IllegalStateException(beanClass.getName() + " lacks @ObjectType.");
        }
        Class<S> settings = (Class<S>) settingsTypeOf(beanClass).orElseThrow(
                () -> new IllegalStateException(beanClass.getName() + " does not name its settings record."));
        return new TypeDescriptor<>(type.family(), type.name(), type.path().isEmpty() ? type.name() : type.path(), type.model(),
                type.component(), type.internal(), settings, RecordDescriptor.fieldsOf(settings),
                (ConfigurableType<S>) behaviour, beanClass);
    }

    /** The record that some interface of the class passes, directly or inherited, to {@link ConfigurableType}. */
    private static Optional<Class<?>> settingsTypeOf(Class<?> beanClass) {
        for (Class<?> current = beanClass; current != null; current = current.getSuperclass()) {
            for (Type implemented : current.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType parameterized
                        && ConfigurableType.class.isAssignableFrom((Class<?>) parameterized.getRawType())
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> settings && settings.isRecord()) {
                    return Optional.of(settings);
                }
            }
        }
        return Optional.empty();
    }

    public Optional<FieldDescriptor> lookupKey() {
        return fields.stream().filter(FieldDescriptor::lookupKey).findFirst();
    }

    /** What people call this type. */
    public String verboseName(Locale locale) {
        return message("type", locale).orElse(name);
    }

    public String verboseNamePlural(Locale locale) {
        return message("type.plural", locale).orElse(name);
    }

    /** One sentence about what the type does. */
    public String description(Locale locale) {
        return message("type.description", locale).orElse("");
    }

    /** The label of a component; its wire name when the messages lack it. */
    public String label(FieldDescriptor field, Locale locale) {
        return message(field.wireName(), locale).orElse(field.wireName());
    }

    /** The help text of a component, or empty. */
    public Optional<String> help(FieldDescriptor field, Locale locale) {
        return message(field.wireName() + ".help", locale);
    }

    /** A text of the type's own {@code messages.properties}, which lies beside the behaviour class. */
    public Optional<String> message(String key, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(behaviourClass.getPackageName() + ".messages", locale,
                behaviourClass.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }
}
