package org.gatehouse.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gatehouse.model.attribute.ObjectAttributeRepository;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.TypeRegistry;

/** The kinds of objects this installation has, and the parts of the product they belong to, each with a name for people. */
@ApplicationScoped
public class ModelCatalog {

    private static final String PREFIX = "authentik_";

    @Inject
    private ModelRegistry models;

    @Inject
    private TypeRegistry types;

    /** The parts, by name: {@code authentik_core} is "Core". */
    public Map<String, String> apps() {
        Map<String, String> apps = new TreeMap<>();
        models.all().forEach(model -> apps.put(appOf(model), words(appOf(model).replace(PREFIX, ""))));
        return apps;
    }

    /** The kinds, by name; with {@code haveAttributes} only those whose attributes can be defined. */
    public Map<String, String> models(boolean haveAttributes) {
        Map<String, String> all = new TreeMap<>();
        models.all().stream().filter(model -> !haveAttributes || ObjectAttributeRepository.objectTypes().contains(model.name()))
                .forEach(model -> all.put(model.name(), label(model)));
        return new LinkedHashMap<>(all);
    }

    private String label(Model model) {
        return types.findByModel(model.name()).map(type -> type.verboseName(Locale.ENGLISH))
                .orElseGet(() -> words(model.name().substring(model.name().indexOf('.') + 1)));
    }

    private static String appOf(Model model) {
        return model.name().substring(0, model.name().indexOf('.'));
    }

    private static String words(String name) {
        String spaced = name.replace('_', ' ');
        return spaced.isEmpty() ? name : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
