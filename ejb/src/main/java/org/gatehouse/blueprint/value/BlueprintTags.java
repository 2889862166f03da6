package org.gatehouse.blueprint.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tags that blueprints can use. */
public final class BlueprintTags {

    private static final Map<String, BlueprintTag> BY_NAME = List.of(new KeyOfTag(), new FindTag(), new ContextTag(),
            new FindObjectTag(), new EnvironmentTag(), new FileTag(), new FormatTag(), new IfTag(), new ConditionTag(), new EnumerateTag(),
            TurnTag.index(), TurnTag.value(), new AtIndexTag(), new ParseJsonTag())
            .stream().collect(Collectors.toUnmodifiableMap(BlueprintTag::name, Function.identity()));

    private BlueprintTags() {
    }

    /** The tag with this name, without its exclamation mark. */
    public static Optional<BlueprintTag> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
