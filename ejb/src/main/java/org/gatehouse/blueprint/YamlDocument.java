package org.gatehouse.blueprint;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.blueprint.BlueprintValue.Mapping;
import org.gatehouse.blueprint.BlueprintValue.Scalar;
import org.gatehouse.blueprint.BlueprintValue.Sequence;
import org.gatehouse.blueprint.BlueprintValue.Tagged;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One YAML text as blueprint values. Size, depth and aliases are bounded, so that a hostile text costs little. */
final class YamlDocument {

    private static final int LONGEST = 2_000_000;
    private static final int DEEPEST = 50;
    private static final int MOST_NODES = 100_000;

    private final String name;
    private final BlueprintValue root;
    private final Map<Object, Integer> lines = new IdentityHashMap<>();
    private int nodes;

    /** @throws BlueprintInvalid when the text is not YAML, or exceeds a bound */
    YamlDocument(String name, String text) {
        this.name = name;
        LoadSettings settings = LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(20).setCodePointLimit(LONGEST).build();
        try {
            Node node = new Compose(settings).composeString(text).orElseThrow(() -> new BlueprintInvalid(name + " is empty"));
            this.root = convert(node, 0);
        } catch (YamlEngineException malformed) {
            throw new BlueprintInvalid(name + " is not YAML: " + malformed.getMessage().lines().reduce("", (a, b) -> (a + " " + b.strip()).strip()), malformed);
        }
    }

    BlueprintValue root() {
        return root;
    }

    int lineOf(BlueprintValue value) {
        return lines.getOrDefault(value, 1);
    }

    BlueprintInvalid invalid(int line, String problem) {
        return new BlueprintInvalid(name + ", line " + line + ": " + problem);
    }

    Mapping asMapping(BlueprintValue value, String what) {
        if (value instanceof Mapping mapping) {
            return mapping;
        }
        throw invalid(lineOf(value), what + " must be a map");
    }

    /** The map under a key; an empty one when there is none. */
    Mapping mapping(Mapping parent, String key) {
        BlueprintValue value = parent.fields().get(key);
        return value == null || value instanceof Scalar scalar && scalar.value() == JsonValue.NULL
                ? new Mapping(Map.of()) : asMapping(value, "'" + key + "'");
    }

    void refuseUnknown(Mapping mapping, Set<String> known, String where) {
        mapping.fields().keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw invalid(lineOf(mapping), "'" + key + "' is not known in " + where);
        });
    }

    private BlueprintValue convert(Node node, int depth) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            throw invalid(line, "the document is too large or nested too deeply");
        }
        String tag = node.getTag().getValue();
        boolean tagged = tag.startsWith("!") && tag.length() > 1;
        BlueprintValue value = convertPlain(node, tagged, line, depth);
        BlueprintValue result = tagged ? new Tagged(tag.substring(1), line, value) : value;
        lines.put(result, line);
        return result;
    }

    private BlueprintValue convertPlain(Node node, boolean tagged, int line, int depth) {
        if (node instanceof ScalarNode scalar) {
            return new Scalar(scalar(scalar, tagged, line));
        }
        if (node instanceof SequenceNode sequence) {
            List<BlueprintValue> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item, depth + 1)));
            return new Sequence(items);
        }
        Map<String, BlueprintValue> fields = new LinkedHashMap<>();
        for (NodeTuple field : ((MappingNode) node).getValue()) {
            if (!(field.getKeyNode() instanceof ScalarNode key)) {
                throw invalid(line, "the keys of a map must be plain text");
            }
            if (fields.put(key.getValue(), convert(field.getValueNode(), depth + 1)) != null) {
                throw invalid(line, "'" + key.getValue() + "' is given twice");
            }
        }
        return new Mapping(fields);
    }

    private JsonValue scalar(ScalarNode node, boolean tagged, int line) {
        String text = node.getValue();
        Tag tag = tagged ? Tag.STR : node.getTag();
        try {
            if (tag.equals(Tag.INT)) {
                return Json.createValue(new BigInteger(text));
            }
            if (tag.equals(Tag.FLOAT)) {
                return Json.createValue(new BigDecimal(text));
            }
        } catch (NumberFormatException notANumber) {
            throw invalid(line, "'" + text + "' is not a number");
        }
        if (tag.equals(Tag.BOOL)) {
            return text.equalsIgnoreCase("true") ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return tag.equals(Tag.NULL) ? JsonValue.NULL : Json.createValue(text);
    }
}
