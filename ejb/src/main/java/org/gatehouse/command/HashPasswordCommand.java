package org.gatehouse.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.directory.password.PasswordHasher;

/** Makes the hash of a password that is read from the standard input, for blueprints and imports. */
@ApplicationScoped
public class HashPasswordCommand implements LocalCommand {

    @Inject
    private PasswordHasher hasher;

    @Override
    public String name() {
        return "hash-password";
    }

    @Override
    public String usage() {
        return "\n  Reads a password from the standard input and prints its hash.";
    }

    @Override
    public String run(CommandCall call) {
        String password = call.allowing().input().replaceAll("[\\r\\n]+$", "");
        if (password.isEmpty() || password.length() > PasswordHasher.LONGEST_PASSWORD) {
            throw new CommandRefused("Give a password of at most " + PasswordHasher.LONGEST_PASSWORD + " characters on the standard input.");
        }
        return hasher.encode(password);
    }
}
