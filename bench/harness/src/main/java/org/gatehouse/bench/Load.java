package org.gatehouse.bench;

import java.time.Duration;

/** A kind of work that a product can be put under for a while. */
interface Load {

    /** Runs for about {@code time} and tells how it went. */
    LoadResult run(Duration time);
}
