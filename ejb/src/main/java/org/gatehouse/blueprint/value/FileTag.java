package org.gatehouse.blueprint.value;

import jakarta.json.JsonValue;

/**
 * {@code !File path} or {@code !File [path, default]}: the text of a file of the blueprint directory. What is outside of it is never
 * read: a blueprint can put what it reads into a field that anybody sees.
 */
final class FileTag implements BlueprintTag {

    @Override
    public String name() {
        return "File";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 1, 2);
        String path = arguments.text(0, scope);
        try {
            return scope.outside().file(path).map(TagArguments::text).orElseGet(() -> orDefault(arguments, path, scope));
        } catch (IllegalArgumentException refused) {
            throw arguments.refusal(refused.getMessage());
        }
    }

    private static JsonValue orDefault(TagArguments arguments, String path, BlueprintScope scope) {
        if (arguments.size() < 2) {
            throw arguments.refusal("finds no file " + path + " in the blueprint directory.");
        }
        return arguments.resolve(1, scope);
    }
}
