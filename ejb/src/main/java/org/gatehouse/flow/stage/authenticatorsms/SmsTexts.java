package org.gatehouse.flow.stage.authenticatorsms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.brand.Brands;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.expression.UserVariables;
import org.gatehouse.mail.LetterWriter;
import org.gatehouse.mapping.PreparedMapping;
import org.gatehouse.mapping.PropertyMappings;
import org.gatehouse.mapping.notification.NotificationMapping;
import org.gatehouse.model.directory.User;

/**
 * Writes text messages: the product's own sentence, or what the stage's mapping makes. A mapping knows {@code user} and
 * {@code device} ({@code phone_number}, {@code token}).
 */
@ApplicationScoped
public class SmsTexts {

    @Inject
    private PropertyMappings mappings;

    @Inject
    private UserVariables variables;

    @Inject
    private Brands brands;

    @Inject
    private RequestOrigin origin;

    /**
     * A message.
     *
     * @param document what a generic gateway gets instead of the usual document
     */
    record Message(String text, Optional<JsonObject> document) {

        @Override
        public String toString() {
            return "Message[]";
        }
    }

    /** @throws ExpressionFailed when the mapping fails; an event says which */
    Message write(AuthenticatorSmsStageSettings settings, User user, String number, String code) {
        List<PreparedMapping> mapping = settings.mapping() == null ? List.of() : mappings.find(List.of(settings.mapping().id()));
        if (mapping.isEmpty()) {
            return new Message(sentence(code), Optional.empty());
        }
        Object made = mappings.evaluate(mapping.get(0), NotificationMapping.variables(variables.of(user),
                Map.of("phone_number", number, "token", code), Map.of(), Map.of()), Actor.of(user, false));
        if (made instanceof Map<?, ?> document) {
            return new Message(sentence(code), Optional.of(json(document)));
        }
        return new Message(String.valueOf(made), Optional.empty());
    }

    @SuppressWarnings("unchecked")
    private static JsonObject json(Map<?, ?> document) {
        try {
            return Json.createObjectBuilder((Map<String, Object>) document).build();
        } catch (IllegalArgumentException notJson) {
            throw new ExpressionFailed("The mapping of a text message does not yield JSON.");
        }
    }

    /** Short: a text message of one part has 160 letters. */
    private String sentence(String code) {
        boolean german = LetterWriter.locale(origin.language()).getLanguage().equals("de");
        String title = brands.current().getTitle();
        return german ? "Ihr Code für " + title + ": " + code : "Your code for " + title + ": " + code;
    }
}
