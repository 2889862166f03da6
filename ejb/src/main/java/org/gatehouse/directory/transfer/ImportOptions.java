package org.gatehouse.directory.transfer;

import java.util.Optional;

/**
 * How a file is to be imported.
 *
 * @param dryRun whether to look only, and store nothing
 * @param mode what becomes of the good lines of a file that has bad ones
 */
public record ImportOptions(boolean dryRun, Mode mode) {

    /** What becomes of the good lines of a file that has bad ones. */
    public enum Mode {
        /** Nothing is stored. */
        ALL_OR_NOTHING,
        /** They are stored. */
        REST;

        /** The mode by its name, {@code all_or_nothing} or {@code rest}. */
        public static Optional<Mode> named(String name) {
            return switch (name) {
                case "all_or_nothing" -> Optional.of(ALL_OR_NOTHING);
                case "rest" -> Optional.of(REST);
                default -> Optional.empty();
            };
        }
    }
}
