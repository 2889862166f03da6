package org.gatehouse.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.gatehouse.startup.Readiness;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectNotFound;

/** Finds the command that was called and tells how it ended: 0 when it was carried out, 1 when it was refused, 2 when there is none. */
@ApplicationScoped
public class LocalCommands {

    private static final Logger LOG = Logger.getLogger(LocalCommands.class.getName());

    private static final int DEEPEST = 10;

    /**
     * How a command ended.
     *
     * @param exit the exit code
     * @param output what to print; with an exit code other than 0 it says what is wrong
     */
    public record Outcome(int exit, String output) {
    }

    @Inject
    @Any
    private Instance<LocalCommand> commands;

    @Inject
    private Readiness readiness;

    /** Carries a command out. Nothing of what is given or answered is logged, as it may be a secret. */
    @ActivateRequestContext
    public Outcome run(String name, List<String> arguments, String input) {
        if (name.equals("help")) {
            return new Outcome(0, help());
        }
        Optional<LocalCommand> command = commands.stream().filter(one -> one.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            return new Outcome(2, "There is no command '" + name + "'.\n\n" + help());
        }
        if (!readiness.isPrepared()) {
            return new Outcome(1, "The server has not come up yet.");
        }
        LOG.info(() -> "command " + name + " on this machine");
        return run(command.get(), arguments, input);
    }

    private static Outcome run(LocalCommand command, List<String> arguments, String input) {
        try {
            return new Outcome(0, command.run(CommandCall.of(arguments, input)));
        } catch (RuntimeException failed) {
            String sentence = sentence(failed).orElseGet(() -> {
                LOG.log(Level.WARNING, failed, () -> "command " + command.name() + " failed");
                return "It failed; the server's log says more.";
            });
            return new Outcome(1, sentence);
        }
    }

    private static Optional<String> sentence(RuntimeException failed) {
        Throwable cause = failed;
        for (int depth = 0; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (cause instanceof CommandRefused || cause instanceof ObjectNotFound || cause instanceof InvalidInput) {
                return Optional.of(cause.getMessage());
            }
        }
        return Optional.empty();
    }

    private String help() {
        return commands.stream().sorted(Comparator.comparing(LocalCommand::name)).map(command -> command.name() + " " + command.usage())
                .collect(Collectors.joining("\n\n", "Commands:\n\n", ""));
    }
}
