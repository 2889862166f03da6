package org.gatehouse.mapping.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.gatehouse.expression.ExpressionScope;
import org.gatehouse.expression.Expressions;
import org.gatehouse.expression.ValueType;
import org.gatehouse.mapping.MappingType;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/** Yields what a service outside is told: a text, or a map that is sent as JSON. */
@ApplicationScoped
@ObjectType(family = Family.PROPERTY_MAPPING, name = "notification", model = "authentik_events.notificationwebhookmapping",
        component = "ak-property-mapping-notification-form")
public class NotificationMapping implements MappingType<NotificationMappingSettings> {

    /**
     * What expressions of notification mappings see: {@code user} (see {@link org.gatehouse.expression.UserVariables}), for a text
     * message {@code device} (phone_number, token), and for a webhook {@code notification} (severity, body) and {@code event} as the API
     * shows it. What there is none of is an empty map.
     */
    public static final ExpressionScope SCOPE = ExpressionScope.yielding(ValueType.ANY)
            .with("user", ValueType.MAP)
            .with("device", ValueType.MAP)
            .with("notification", ValueType.MAP)
            .with("event", ValueType.MAP);

    /** A value for each of the variables. */
    public static Map<String, Object> variables(Object user, Object device, Object notification, Object event) {
        return Map.of("user", user, "device", device, "notification", notification, "event", event);
    }

    @Inject
    private Expressions expressions;

    public NotificationMapping() {
    }

    NotificationMapping(Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public ExpressionScope scope() {
        return SCOPE;
    }

    @Override
    public void check(NotificationMappingSettings settings, FieldProblems problems) {
        expressions.check(SCOPE, settings.expression(), "expression", problems);
    }

    /** @return a text or a map in most cases; whoever sends it decides what else fits */
    @Override
    public Object evaluate(NotificationMappingSettings settings, Map<String, Object> variables) {
        return expressions.evaluate(SCOPE, settings.expression(), variables).value();
    }
}
