package org.gatehouse.authenticator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.gatehouse.model.authenticator.DeviceClass;

/** All classes of devices that this installation has, found by CDI. Two beans for one class stop the deployment. */
@ApplicationScoped
public class AuthenticatorTypes {

    @Inject
    @Any
    private Instance<AuthenticatorType> beans;

    private final Map<DeviceClass, AuthenticatorType> byClass = new EnumMap<>(DeviceClass.class);
    private final Map<DeviceClass, Class<?>> beanClasses = new EnumMap<>(DeviceClass.class);

    @PostConstruct
    void collect() {
        for (Instance.Handle<AuthenticatorType> handle : beans.handles()) {
            register(handle.get(), handle.getBean().getBeanClass());
        }
    }

    void register(AuthenticatorType type, Class<?> beanClass) {
        beanClasses.put(type.deviceClass(), beanClass);
        if (byClass.put(type.deviceClass(), type) != null) {
            throw new IllegalStateException(beanClass.getName() + " is not the only type for " + type.deviceClass().wireName() + ".");
        }
    }

    /** The type of a class, or empty when this installation lacks it. */
    public Optional<AuthenticatorType> find(DeviceClass deviceClass) {
        return Optional.ofNullable(byClass.get(deviceClass));
    }

    /** All types, in the order of the contract's classes. */
    public Collection<AuthenticatorType> all() {
        return Collections.unmodifiableCollection(byClass.values());
    }

    /** What people call one device of the class; the class's own name when its messages lack one. */
    public String verboseName(DeviceClass deviceClass, Locale locale) {
        return message(deviceClass, "device", locale);
    }

    /** What people call several devices of the class. */
    public String verboseNamePlural(DeviceClass deviceClass, Locale locale) {
        return message(deviceClass, "device.plural", locale);
    }

    private String message(DeviceClass deviceClass, String key, Locale locale) {
        Class<?> beanClass = beanClasses.get(deviceClass);
        if (beanClass == null) {
            return deviceClass.wireName();
        }
        ResourceBundle bundle = ResourceBundle.getBundle(beanClass.getPackageName() + ".messages", locale, beanClass.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.containsKey(key) ? bundle.getString(key) : deviceClass.wireName();
    }
}
