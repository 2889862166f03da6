package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;

/** {@code !Format [text, value …]}: a text in which each {@code %s} stands for the next value; {@code %%} is a per cent sign. */
@ApplicationScoped
class FormatTag implements BlueprintTag {

    @Override
    public String name() {
        return "Format";
    }

    @Override
    public JsonValue resolve(BlueprintValue.Tagged tagged, BlueprintRun run) {
        List<BlueprintValue> arguments = run.arguments(tagged, 1);
        String text = run.text(arguments.get(0));
        StringBuilder formatted = new StringBuilder();
        int next = 1;
        for (int i = 0; i < text.length(); i++) {
            char following = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (text.charAt(i) != '%') {
                formatted.append(text.charAt(i));
            } else if (following == '%') {
                formatted.append('%');
                i++;
            } else if (following == 's' && next < arguments.size()) {
                formatted.append(run.text(arguments.get(next++)));
                i++;
            } else {
                throw run.invalid(tagged, "a value is missing, or % is followed by something other than s");
            }
        }
        return Json.createValue(formatted.toString());
    }
}
