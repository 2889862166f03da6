package org.gatehouse.bench;

import java.time.Duration;

/** A kind of work that a product can be put under for a while. */
interface Load {

    /** Does what must be done once, such as the workers' logins, and returns what is to be measured. */
    Running prepare();

    /** A prepared load. */
    interface Running {

        /** Runs for about {@code time} and tells how it went. */
        LoadResult run(Duration time);
    }
}
