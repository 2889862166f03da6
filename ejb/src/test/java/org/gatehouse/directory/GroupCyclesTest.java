package org.gatehouse.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GroupCyclesTest {

    private static final UUID A = UUID.randomUUID();
    private static final UUID B = UUID.randomUUID();
    private static final UUID C = UUID.randomUUID();

    /** C is below B, B is below A. */
    private static final Map<UUID, List<UUID>> STORED = Map.of(C, List.of(B), B, List.of(A));

    @Test
    void findsAGroupAmongItsAncestors() {
        assertThat(GroupCycles.wouldClose(A, Set.of(C), GroupCyclesTest::parentsOf)).isTrue();
        assertThat(GroupCycles.wouldClose(A, Set.of(A), GroupCyclesTest::parentsOf)).isTrue();
    }

    @Test
    void letsAGroupHaveAnAncestorTwice() {
        assertThat(GroupCycles.wouldClose(UUID.randomUUID(), Set.of(A, B, C), GroupCyclesTest::parentsOf)).isFalse();
    }

    @Test
    void endsEvenWhereACycleIsStored() {
        assertThat(GroupCycles.wouldClose(C, Set.of(A), groups -> Map.of(A, List.of(B), B, List.of(A)))).isFalse();
    }

    private static Map<UUID, List<UUID>> parentsOf(Collection<UUID> groups) {
        return STORED.entrySet().stream().filter(entry -> groups.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
