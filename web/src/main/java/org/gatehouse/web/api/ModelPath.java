package org.gatehouse.web.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.type.Model;

/**
 * What a path below {@code /api/v3} means for managed models.
 *
 * @param model the kind of object
 * @param key the object; empty for all of them
 * @param usedBy whether its uses are meant rather than itself
 */
record ModelPath(Model model, Optional<String> key, boolean usedBy) {

    /** Paths of models have two parts, or three ({@code propertymappings/provider/scope}). */
    private static final int LONGEST_MODEL_PATH = 3;

    static Optional<ModelPath> of(List<String> segments, Function<String, Optional<Model>> models) {
        for (int length = Math.min(LONGEST_MODEL_PATH, segments.size()); length > 0; length--) {
            Optional<Model> model = models.apply(String.join("/", segments.subList(0, length)));
            if (model.isPresent()) {
                return of(model.get(), segments.subList(length, segments.size()));
            }
        }
        return Optional.empty();
    }

    private static Optional<ModelPath> of(Model model, List<String> rest) {
        return switch (rest.size()) {
            case 0 -> Optional.of(new ModelPath(model, Optional.empty(), false));
            case 1 -> Optional.of(new ModelPath(model, Optional.of(rest.get(0)), false));
            case 2 -> rest.get(1).equals("used_by") ? Optional.of(new ModelPath(model, Optional.of(rest.get(0)), true)) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
