package org.gatehouse.launcher;

/** The two ways to run a node, each with the configuration file that its CLI script of the same name changes. */
public enum WildFlyProfile {

    /** One node with local caches. */
    STANDALONE("standalone"),
    /** A node of a cluster with distributed caches. */
    HA("standalone-ha");

    private final String stem;

    WildFlyProfile(String stem) {
        this.stem = stem;
    }

    String script() {
        return stem + ".cli";
    }

    String configuration() {
        return stem + ".xml";
    }
}
