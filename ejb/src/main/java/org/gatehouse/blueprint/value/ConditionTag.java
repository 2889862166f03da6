package org.gatehouse.blueprint.value;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code !Condition [mode, values…]}: AND, OR, XOR and their opposites NAND, NOR, XNOR of what the values count as; EQ and NEQ
 * compare the values themselves.
 */
final class ConditionTag implements BlueprintTag {

    @Override
    public String name() {
        return "Condition";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 2, 100);
        List<JsonValue> values = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i++) {
            values.add(arguments.resolve(i, scope));
        }
        long met = values.stream().filter(TagArguments::holds).count();
        boolean all = met == values.size();
        return TagArguments.bool(switch (arguments.text(0, scope)) {
            case "AND" -> all;
            case "NAND" -> !all;
            case "OR" -> met > 0;
            case "NOR" -> met == 0;
            case "XOR" -> met % 2 == 1;
            case "XNOR" -> met % 2 == 0;
            case "EQ" -> values.stream().distinct().count() == 1;
            case "NEQ" -> values.stream().distinct().count() > 1;
            default -> throw arguments.refusal("knows AND, NAND, OR, NOR, XOR, XNOR, EQ and NEQ only.");
        });
    }
}
