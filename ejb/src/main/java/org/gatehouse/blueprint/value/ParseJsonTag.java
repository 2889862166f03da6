package org.gatehouse.blueprint.value;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** {@code !ParseJSON text}: the value that a JSON text describes; with another tag: {@code !ParseJSON [!File values.json]}. */
final class ParseJsonTag implements BlueprintTag {

    private static final int DEEPEST = 40;

    @Override
    public String name() {
        return "ParseJSON";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 1, 1);
        String text = scope.counted(arguments.text(0, scope), arguments.line());
        refuseTooDeep(text, arguments);
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException | IllegalStateException broken) {
            throw arguments.refusal("needs a text that is JSON.");
        }
    }

    /** Reading is recursive: brackets are counted before a deep text can exhaust the stack. Those in texts count too. */
    private static void refuseTooDeep(String text, TagArguments arguments) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char current = text.charAt(i);
            depth += current == '[' || current == '{' ? 1 : current == ']' || current == '}' ? -1 : 0;
            if (depth > DEEPEST) {
                throw arguments.refusal("refuses values that are nested so deeply.");
            }
        }
    }
}
