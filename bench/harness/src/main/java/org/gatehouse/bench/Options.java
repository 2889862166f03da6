package org.gatehouse.bench;

import java.util.ArrayList;
import java.util.List;

/** The command line of {@code bench/run}. */
record Options(List<Scenario> scenarios, Size size, boolean everything, boolean profile) {

    /** @throws IllegalArgumentException with a sentence for the user */
    static Options parse(String... arguments) {
        List<String> names = new ArrayList<>();
        Size size = Size.STANDARD;
        boolean profile = false;
        for (String argument : arguments) {
            switch (argument) {
                case "--quick" -> size = Size.QUICK;
                case "--full" -> size = Size.FULL;
                case "--profile" -> profile = true;
                case "--no-build" -> { }
                default -> names.add(argument);
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("name a scenario, or all");
        }
        return new Options(Scenario.named(names), size, names.contains("all"), profile);
    }
}
