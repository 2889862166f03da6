package org.gatehouse.rbac;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.gatehouse.access.Permission;
import org.gatehouse.type.TypeRegistry;

/** What people call rights and kinds of objects, in English and German. */
@ApplicationScoped
public class PermissionNames {

    private static final String BUNDLE = "org.gatehouse.rbac.messages";

    @Inject
    private TypeRegistry types;

    /** What the right allows: {@code Can view User}. */
    public String permission(Permission permission, Locale locale) {
        String model = permission.model();
        for (String verb : new String[] {"view", "add", "change", "delete"}) {
            if (permission.codename().equals(verb + "_" + model.substring(model.indexOf('.') + 1))) {
                return MessageFormat.format(text("verb." + verb, "{0}", locale), model(model, locale));
            }
        }
        return text("special." + permission.codename(), words(permission.codename()), locale);
    }

    /** One object of the kind: {@code User}. */
    public String model(String model, Locale locale) {
        return types.findByModel(model).map(type -> type.verboseName(locale))
                .orElseGet(() -> text("model." + model, words(model.substring(model.indexOf('.') + 1)), locale));
    }

    /** The part of the product that the kind belongs to. */
    public String app(String app, Locale locale) {
        return text("app." + app, words(app.replaceFirst("^authentik_", "")), locale);
    }

    private static String text(String key, String otherwise, Locale locale) {
        try {
            return ResourceBundle.getBundle(BUNDLE, locale, PermissionNames.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(key);
        } catch (MissingResourceException unnamed) {
            return otherwise;
        }
    }

    /** {@code stages_prompt}: Stages prompt. */
    private static String words(String name) {
        String words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
