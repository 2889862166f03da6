package org.gatehouse.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a command is called with.
 *
 * @param words the arguments that are no options
 * @param options those that are, by name; a switch has an empty value
 * @param input what was read from a file or the standard input
 */
public record CommandCall(List<String> words, Map<String, String> options, String input) {

    /** The options that stand alone. */
    private static final Set<String> SWITCHES = Set.of("dry-run");

    /** Sorts arguments: {@code --name value} and {@code --name=value} are options. */
    static CommandCall of(List<String> arguments, String input) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (equals > 0) {
                options.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else if (SWITCHES.contains(argument.substring(2))) {
                options.put(argument.substring(2), "");
            } else if (i + 1 < arguments.size()) {
                options.put(argument.substring(2), arguments.get(++i));
            } else {
                throw new CommandRefused("The option " + argument + " needs a value.");
            }
        }
        return new CommandCall(List.copyOf(words), Map.copyOf(options), input);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** @throws CommandRefused when the argument is missing */
    public String word(int index, String meaning) {
        if (index >= words.size()) {
            throw new CommandRefused("Missing argument: " + meaning + ".");
        }
        return words.get(index);
    }

    /** @throws CommandRefused when there are options that the command does not know */
    public CommandCall allowing(String... known) {
        options.keySet().stream().filter(option -> !List.of(known).contains(option)).findFirst().ifPresent(option -> {
            throw new CommandRefused("There is no option --" + option + ".");
        });
        return this;
    }
}
