package org.gatehouse.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A PostgreSQL server of this machine's own, listening on the loopback address only. Its data stays in its directory over
 * restarts; {@link #start()} clears what a killed earlier run left, {@link #close()} stops it without losing anything.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final PostgresBinaries binaries;
    private final PostgresAccount account;
    private final Path password;
    private final Path cluster;
    private final int port;

    private EmbeddedPostgres(PostgresBinaries binaries, PostgresAccount account, Path directory, int port) {
        this.binaries = binaries;
        this.account = account;
        this.password = directory.resolve("password");
        this.cluster = directory.resolve("cluster");
        this.port = port;
    }

    /**
     * A server, not yet started, on a free port.
     *
     * @param binaries  where the programs are or will be unpacked; may be shared by several servers
     * @param directory where data and password live; made when missing, owned by one server
     */
    public static EmbeddedPostgres in(Path directory, Path binaries) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StartupFailure(directory + " cannot be created: " + e.getMessage(), e);
        }
        PostgresBinaries unpacked = PostgresBinaries.unpackedIn(binaries.toAbsolutePath());
        return new EmbeddedPostgres(unpacked, PostgresAccount.ableToUse(directory), directory.toAbsolutePath(), Ports.free());
    }

    /** Starts the server, the first time with a new, empty cluster, and returns when it accepts connections. */
    public EmbeddedPostgres start() {
        try {
            if (!Files.exists(password)) {
                initialise();
            }
        } catch (IOException e) {
            throw new StartupFailure("PostgreSQL's data directory cannot be prepared: " + e.getMessage(), e);
        }
        close();
        pgCtl("start", "-w", "-t", "60", "-l", log().toString(), "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
        return this;
    }

    /**
     * Access to a database owned by a role of the same name, both made when missing.
     *
     * @param name a lower-case SQL identifier
     */
    public DatabaseAccess database(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        DatabaseAccess superuser = access("postgres", SUPERUSER);
        try (Connection connection = superuser.connect(); Statement statement = connection.createStatement()) {
            if (!exists(statement, "pg_roles WHERE rolname = '" + name + "'")) {
                statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + superuser.password() + "'");
            }
            if (!exists(statement, "pg_database WHERE datname = '" + name + "'")) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
        } catch (SQLException e) {
            throw new StartupFailure("database " + name + " cannot be created: " + e.getMessage(), e);
        }
        return access(name, name);
    }

    /** PostgreSQL's own log. */
    public Path log() {
        return cluster.resolve("postgresql.log");
    }

    /** Ends all connections and stops the server, if it runs. It can be started again. */
    @Override
    public void close() {
        List<String> status = account.as(List.of(binaries.program("pg_ctl"), "status", "-D", cluster.toString()));
        if (new Command(status).in(cluster).succeeds()) {
            pgCtl("stop", "-w", "-t", "15", "-m", "fast");
        }
    }

    /** The password file is written last: it says that the cluster is complete. */
    private void initialise() throws IOException {
        Directories.delete(cluster);
        Files.createDirectory(cluster, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(cluster);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path fresh = password.resolveSibling("password.new");
        Path readableByPostgres = password.resolveSibling("password.initdb");
        for (Path file : List.of(fresh, readableByPostgres)) {
            Files.deleteIfExists(file);
            Files.createFile(file, OWNER_ONLY_FILE);
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        account.own(readableByPostgres);
        new Command(account.as(List.of(binaries.program("initdb"), "-D", cluster.toString(), "-U", SUPERUSER, "-E", "UTF8",
                "--locale=C.UTF-8", "-A", "scram-sha-256", "--pwfile=" + readableByPostgres))).in(cluster).run();
        Files.delete(readableByPostgres);
        Files.move(fresh, password, StandardCopyOption.ATOMIC_MOVE);
    }

    private void pgCtl(String action, String... options) {
        List<String> line = new ArrayList<>(List.of(binaries.program("pg_ctl"), action, "-D", cluster.toString()));
        line.addAll(List.of(options));
        new Command(account.as(line)).in(cluster).run();
    }

    private static boolean exists(Statement statement, String condition) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM " + condition)) {
            return found.next();
        }
    }

    private DatabaseAccess access(String database, String role) {
        try {
            return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, Files.readString(password));
        } catch (IOException e) {
            throw new StartupFailure("PostgreSQL's password file cannot be read: " + e.getMessage(), e);
        }
    }
}
