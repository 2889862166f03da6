package org.gatehouse.web.api.schema;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The classes behind the API, as the container has found them. */
@ApplicationScoped
public class ApiResources {

    @Inject
    private BeanManager beans;

    /** Each of them once. */
    public List<Class<?>> all() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class)).distinct().collect(Collectors.toList());
    }
}
