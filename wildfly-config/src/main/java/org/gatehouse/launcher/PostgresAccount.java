package org.gatehouse.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs: it refuses to be root. An ordinary user runs it as himself; root runs it as {@code nobody}, or,
 * where nobody cannot reach the directory (a checkout below {@code /root}), in a user namespace of its own, in which
 * root's files are its own but root's rights are not.
 */
enum PostgresAccount {

    SELF(List.of()),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--")),
    NAMESPACE(List.of("unshare", "--user", "--"));

    /** The same number on every Linux distribution; the name of its group is not. */
    private static final int NOBODY_UID = 65534;

    private final List<String> prefix;

    PostgresAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The account that can use {@code directory}. @throws StartupFailure when root has neither way */
    static PostgresAccount ableToUse(Path directory) {
        if (!runsAsRoot()) {
            return SELF;
        }
        return Stream.of(NOBODY, NAMESPACE)
                .filter(account -> account.canReach(directory))
                .findFirst()
                .orElseThrow(() -> new StartupFailure("PostgreSQL cannot run as root, and user nobody cannot reach " + directory
                        + "; set GATEHOUSE_HOME to a directory that everybody can enter"));
    }

    private boolean canReach(Path directory) {
        return new Command(as(List.of("test", "-x", directory.toAbsolutePath().toString()))).succeeds();
    }

    /** The command line that runs {@code line} as this account. */
    List<String> as(List<String> line) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(line);
        return whole;
    }

    /** Hands a file or an empty directory to this account. */
    void own(Path path) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(path, "unix:uid", NOBODY_UID);
        }
    }

    private static boolean runsAsRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
