package org.gatehouse.command;

/** One command of {@code bin/gatehouse-cli}. Implementations are application-scoped beans; {@link LocalCommands} finds and calls them. */
public interface LocalCommand {

    /** The word that it is called by: {@code hash-password}. */
    String name();

    /** Its arguments and what it does, for {@code --help}. */
    String usage();

    /**
     * Carries it out, in the name of the product itself.
     *
     * @return what to print
     * @throws CommandRefused when it cannot be carried out, with a sentence for the operator
     */
    String run(CommandCall call);
}
