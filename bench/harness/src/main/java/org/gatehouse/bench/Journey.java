package org.gatehouse.bench;

/** Several requests that belong together, made by one simulated person; used by one thread. */
interface Journey {

    /** One pass. @throws RuntimeException when it does not end as it should */
    void pass();

    /** Makes the journeys of a load. */
    interface Start {

        /** The journey of one worker, with what must be done once (such as a login) already done. */
        Journey begin(int worker);
    }
}
