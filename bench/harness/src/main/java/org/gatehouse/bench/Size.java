package org.gatehouse.bench;

import java.util.List;

/**
 * How long and how large a run is.
 *
 * @param warmUp seconds of unmeasured load before the first round of a product; later rounds take half of it
 * @param measured seconds of measured load in each round
 * @param rounds how often the products alternate
 * @param users numbers of users at which lists are measured, ascending; everything else is measured with the first
 * @param applications numbers of applications at which SSO is measured, ascending
 */
record Size(String name, int warmUp, int measured, int rounds, List<Integer> users, List<Integer> applications) {

    static final Size QUICK = new Size("quick", 4, 4, 2, List.of(1_000), List.of(1, 100));
    static final Size STANDARD = new Size("standard", 6, 10, 2, List.of(1_000, 100_000), List.of(1, 10, 100, 1_000));
    static final Size FULL = new Size("full", 15, 20, 3, List.of(1_000, 100_000, 1_000_000), List.of(1, 10, 100, 1_000));

    int warmUp(int round) {
        return round == 1 ? warmUp : Math.max(1, warmUp / 2);
    }
}
