package org.gatehouse.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What makes one node differ from another.
 *
 * @param name        unique in a cluster, at most 23 characters (the limit of a transaction node identifier)
 * @param base        the node's own directory: configuration, deployments, data, log
 * @param portOffset  added to 8080, 8443, 9990 and the cluster's ports
 * @param bindAddress of HTTP and HTTPS; management and cluster traffic stay on 127.0.0.1
 * @param heap        largest heap, as in {@code -Xmx}: {@code 768m}
 * @param environment added to the environment of this process
 * @param verbose     whether the node writes its log to the console of this process as well
 */
public record NodeSettings(String name, Path base, WildFlyProfile profile, int portOffset, String bindAddress, String heap,
                           Map<String, String> environment, boolean verbose) {

    /** @throws IllegalArgumentException when a value can never work */
    public NodeSettings {
        if (!name.matches("[A-Za-z0-9-]{1,23}")) {
            throw new IllegalArgumentException("not a node name: " + name);
        }
        if (portOffset < 0 || portOffset > 7900) {
            throw new IllegalArgumentException("not a port offset from 0 to 7900: " + portOffset);
        }
        base = base.toAbsolutePath();
        environment = Map.copyOf(environment);
    }

    /** A quiet node on 127.0.0.1 with a heap of 768 MB. */
    public static NodeSettings of(String name, Path base, WildFlyProfile profile, int portOffset, DatabaseAccess database) {
        return new NodeSettings(name, base, profile, portOffset, "127.0.0.1", "768m", database.environment(), false);
    }

    /** The same node with further environment variables, such as {@code GATEHOUSE_BOOTSTRAP_PASSWORD}. */
    public NodeSettings with(Map<String, String> more) {
        Map<String, String> merged = new HashMap<>(environment);
        merged.putAll(more);
        return new NodeSettings(name, base, profile, portOffset, bindAddress, heap, merged, verbose);
    }

    /** Where this machine reaches the node's HTTP port; without a slash at the end. */
    public String url() {
        return "http://" + reachableHost() + ":" + httpPort();
    }

    /** Port of HTTP. */
    public int httpPort() {
        return 8080 + portOffset;
    }

    /** Port of HTTPS, with a self-signed certificate. */
    public int httpsPort() {
        return 8443 + portOffset;
    }

    int managementPort() {
        return 9990 + portOffset;
    }

    private String reachableHost() {
        return switch (bindAddress) {
            case "0.0.0.0", "::", "[::]", "127.0.0.1" -> "localhost";
            default -> bindAddress.contains(":") && !bindAddress.startsWith("[") ? "[" + bindAddress + "]" : bindAddress;
        };
    }

    /** Without the environment, which holds passwords. */
    @Override
    public String toString() {
        return "NodeSettings[" + name + " " + profile + " at " + url() + " in " + base + "]";
    }
}
