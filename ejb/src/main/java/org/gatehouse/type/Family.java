package org.gatehouse.type;

import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.config.Policy;
import org.gatehouse.model.config.PropertyMapping;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.config.Stage;

/** The families of configured objects; each is one table and one folder of the API. */
public enum Family {
    STAGE("stages", Stage.class),
    POLICY("policies", Policy.class),
    PROPERTY_MAPPING("propertymappings", PropertyMapping.class),
    PROVIDER("providers", Provider.class);

    private final String path;
    private final Class<? extends ConfiguredObject> entity;

    Family(String path, Class<? extends ConfiguredObject> entity) {
        this.path = path;
        this.entity = entity;
    }

    /** The folder below {@code /api/v3}. */
    public String path() {
        return path;
    }

    public Class<? extends ConfiguredObject> entity() {
        return entity;
    }

    /** A new, empty row of this family. */
    public ConfiguredObject newEntity() {
        return switch (this) {
            case STAGE -> new Stage();
            case POLICY -> new Policy();
            case PROPERTY_MAPPING -> new PropertyMapping();
            case PROVIDER -> new Provider();
        };
    }
}
