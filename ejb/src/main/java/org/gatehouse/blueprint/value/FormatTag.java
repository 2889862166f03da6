package org.gatehouse.blueprint.value;

import jakarta.json.JsonValue;

/** {@code !Format [text, arguments…]}: the text with each {@code %s} replaced by the next argument; {@code %%} is a per cent sign. */
final class FormatTag implements BlueprintTag {

    @Override
    public String name() {
        return "Format";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 1, 100);
        String format = arguments.text(0, scope);
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (int i = 0; i < format.length(); i++) {
            char current = format.charAt(i);
            if (current != '%') {
                text.append(current);
                continue;
            }
            char kind = ++i < format.length() ? format.charAt(i) : ' ';
            if (kind == '%') {
                text.append('%');
            } else if (kind == 's' && next < arguments.size()) {
                text.append(scope.counted(TagArguments.shown(arguments.resolve(next++, scope)), arguments.line()));
            } else {
                throw arguments.refusal(kind == 's' ? "has more %s than arguments." : "knows %s and %% only.");
            }
        }
        if (next < arguments.size()) {
            throw arguments.refusal("has fewer %s than arguments.");
        }
        return TagArguments.text(text.toString());
    }
}
