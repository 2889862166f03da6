package org.gatehouse.blueprint;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.blueprint.value.BlueprintTags;
import org.gatehouse.blueprint.value.BlueprintValue;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 (core schema) into blueprint values. Nothing of the text chooses a class, and it is bounded in length, depth and in
 * the number of values its aliases expand to, so that a small file cannot become a large one.
 */
final class YamlTree {

    /** Characters of a file. */
    static final int LONGEST_TEXT = 1 << 20;

    /** Lists and objects inside of each other. */
    static final int DEEPEST = 40;

    /** Values in all, each use of an alias counted. */
    static final int MOST_VALUES = 20_000;

    private static final int MOST_ALIASES = 100;
    private static final int LONGEST_NUMBER = 40;

    private int values;

    private YamlTree() {
    }

    /** @throws BlueprintInvalid naming the line */
    static BlueprintValue read(String text) {
        LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).setCodePointLimit(LONGEST_TEXT)
                .setMaxAliasesForCollections(MOST_ALIASES).setUseMarks(true).build();
        try {
            refuseTooDeep(text, settings);
            Node root = new Compose(settings).composeString(text)
                    .orElseThrow(() -> new BlueprintInvalid("The file is empty.", 0));
            return new YamlTree().value(root, 0);
        } catch (MarkedYamlEngineException broken) {
            throw new BlueprintInvalid("This is no YAML: " + broken.getProblem() + ".", lineOf(broken.getProblemMark()));
        } catch (YamlEngineException broken) {
            throw new BlueprintInvalid("This is no YAML: " + broken.getMessage(), 0);
        }
    }

    /** Composing is recursive, parsing is not: so depth is looked at before a deep text can exhaust the stack. */
    private static void refuseTooDeep(String text, LoadSettings settings) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            Event.ID id = event.getEventId();
            if (id == Event.ID.SequenceStart || id == Event.ID.MappingStart) {
                depth++;
            } else if (id == Event.ID.SequenceEnd || id == Event.ID.MappingEnd) {
                depth--;
            }
            if (depth > DEEPEST) {
                throw new BlueprintInvalid("Values are nested too deeply.", lineOf(event.getStartMark()));
            }
        }
    }

    private BlueprintValue value(Node node, int depth) {
        int line = lineOf(node.getStartMark());
        if (++values > MOST_VALUES) {
            throw new BlueprintInvalid("The file has too many values.", line);
        }
        // An alias to a node around it would never end.
        if (depth > DEEPEST) {
            throw new BlueprintInvalid("Values are nested too deeply.", line);
        }
        String tag = node.getTag().getValue();
        if (tag.startsWith("!") && tag.length() > 1) {
            return new BlueprintValue.Tagged(BlueprintTags.find(tag.substring(1))
                    .orElseThrow(() -> new BlueprintInvalid("There is no tag " + tag + ".", line)), plain(node, depth, line, true), line);
        }
        return plain(node, depth, line, false);
    }

    private BlueprintValue plain(Node node, int depth, int line, boolean tagged) {
        if (node instanceof SequenceNode sequence) {
            requireTag(node, Tag.SEQ, line, tagged);
            List<BlueprintValue> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(value(item, depth + 1)));
            return new BlueprintValue.Sequence(items, line);
        }
        if (node instanceof MappingNode mapping) {
            requireTag(node, Tag.MAP, line, tagged);
            return new BlueprintValue.Mapping(fields(mapping, depth), line);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new BlueprintValue.Literal(tagged ? Json.createValue(scalar.getValue()) : literal(scalar, line), line);
    }

    private static void requireTag(Node node, Tag expected, int line, boolean tagged) {
        if (!tagged && !node.getTag().equals(expected)) {
            throw new BlueprintInvalid("There is no tag " + node.getTag().getValue() + ".", line);
        }
    }

    private Map<String, BlueprintValue> fields(MappingNode mapping, int depth) {
        Map<String, BlueprintValue> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = lineOf(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key) || key.getTag().equals(Tag.MERGE)) {
                throw new BlueprintInvalid("Keys are texts; merge keys are not supported.", line);
            }
            if (fields.put(key.getValue(), value(tuple.getValueNode(), depth + 1)) != null) {
                throw new BlueprintInvalid("The key " + key.getValue() + " is there twice.", line);
            }
        }
        return fields;
    }

    private static JsonValue literal(ScalarNode scalar, int line) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.STR) || tag.getValue().equals("!")) {
            return Json.createValue(text);
        }
        if (tag.equals(Tag.NULL)) {
            return JsonValue.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return text.equalsIgnoreCase("true") ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text, tag.equals(Tag.INT), line);
        }
        throw new BlueprintInvalid("There is no tag " + tag.getValue() + ".", line);
    }

    private static JsonValue number(String text, boolean integer, int line) {
        try {
            // Long digits and large exponents take far more time and memory than they take in the file.
            if (text.length() > LONGEST_NUMBER) {
                throw new NumberFormatException();
            }
            if (integer && text.startsWith("0o")) {
                return Json.createValue(new BigInteger(text.substring(2), 8));
            }
            if (integer && text.startsWith("0x")) {
                return Json.createValue(new BigInteger(text.substring(2), 16));
            }
            return integer ? Json.createValue(new BigInteger(text)) : Json.createValue(decimal(text));
        } catch (NumberFormatException unreadable) {
            throw new BlueprintInvalid("This number cannot be used.", line);
        }
    }

    private static BigDecimal decimal(String text) {
        BigDecimal value = new BigDecimal(text);
        if (Math.abs(value.scale()) > LONGEST_NUMBER) {
            throw new NumberFormatException();
        }
        return value;
    }

    private static int lineOf(Optional<Mark> mark) {
        return mark.map(found -> found.getLine() + 1).orElse(0);
    }
}
