package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gatehouse.it.contract.ContractWalk;
import org.gatehouse.it.contract.Particulars;
import org.gatehouse.it.contract.PublishedApi;
import org.gatehouse.it.contract.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls every operation with which an installation is managed and holds status and body against the published schema. What the walk has to know
 * about a tag is in {@code CoreContract}, {@code RbacContract}, {@code EventContract} and {@code SystemContract}; the documents that it sends are
 * in {@code src/test/resources/contract}.
 */
@ExtendWith(GatehouseServer.class)
class ManagementContractIT {

    private static final Map<String, ContractWalk> WALKS = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"core", "rbac", "crypto", "events", "managed", "admin", "root", "schema", "tasks", "tenants"})
    void everyOperationAnswersAsPublished(String tag, GatehouseServer server) {
        Samples samples = new Samples(server.api());
        PublishedApi published = PublishedSchema.get();
        ContractWalk walk = new ContractWalk(published, published.operations(Set.of(tag)), server.api(), samples, particulars(tag, server, samples));
        WALKS.put(tag, walk);

        walk.run();

        assertThat(walk.walk().mismatches()).isEmpty();
    }

    private static Particulars particulars(String tag, GatehouseServer server, Samples samples) {
        return switch (tag) {
            case "core" -> new CoreContract(server, samples).particulars();
            case "rbac" -> new RbacContract(samples).particulars();
            case "events" -> new EventContract(server).particulars();
            default -> new SystemContract(server).particulars();
        };
    }

    @AfterAll
    static void printTheAccount() {
        WALKS.forEach((tag, walk) -> System.out.print(tag + ": " + walk.walk().account()));
        System.out.println("management: " + WALKS.values().stream().mapToInt(walk -> walk.walk().right()).sum() + " of "
                + WALKS.values().stream().mapToInt(walk -> walk.walk().operations().size()).sum() + " operations answer as published");
    }
}
