package org.gatehouse.bench;

import java.util.Optional;
import org.gatehouse.launcher.DatabaseAccess;

/** A server that is measured. Between {@code start} and {@code close} it runs; it can be started again on the same data. */
interface Product extends AutoCloseable {

    /** The heap both get. */
    String HEAP = "768m";

    /** The password of every user. */
    String PASSWORD = "correct-horse-battery-staple";

    String CLIENT_SECRET = "the-secret-of-the-benchmark-client";

    /** Nothing listens there: the redirect is read, not followed. */
    String REDIRECT = "http://127.0.0.1:1/callback";

    String name();

    /**
     * Starts the server process.
     *
     * @param fastHash whether new password hashes cost next to nothing
     * @return seconds from the start of the process to the first answer that shows it ready
     */
    double start(boolean fastHash);

    ProcessUsage usage();

    DatabaseAccess database();

    /** Makes the clients and the user all others are copied from; called once, after the first start. */
    void prepare();

    /** Sees to it that at least {@code count} users exist, each with {@link #PASSWORD} at the current cost. */
    void ensureUsers(int count);

    /** Sees to it that at least {@code count} applications exist that {@link #application} names. */
    void ensureApplications(int count);

    /** The load of a scenario, or empty when this product does not do it; the server must be running. */
    Optional<Load> load(Scenario scenario);

    /** Stops the server; its data stays. */
    @Override
    void close();

    /** The client id of one of many applications. */
    static String application(int number) {
        return String.format("app%04d", number);
    }

    /** The name of one of the copied users. */
    static String user(int number) {
        return String.format("user%07d", number);
    }
}
