package org.gatehouse.it.contract;

import java.util.List;
import java.util.Set;
import org.gatehouse.it.ApiClient;

/**
 * Walks over a part of the published API: first what is called in a way of its own, then what acts on no object, then each collection through
 * the life of an object in it.
 */
public final class ContractWalk {

    private final Walk walk;
    private final ResourceWalk resources;
    private final Samples samples;
    private final Particulars particulars;

    /** Starts a walk over these operations. */
    public ContractWalk(PublishedApi published, List<Operation> operations, ApiClient api, Samples samples, Particulars particulars) {
        this.walk = new Walk(published, operations, api, particulars.later());
        this.resources = new ResourceWalk(walk, api, samples, particulars.found());
        this.samples = samples;
        this.particulars = particulars;
    }

    /** The account, for those who have more to call. */
    public Walk walk() {
        return walk;
    }

    /** Calls all operations. */
    public void run() {
        List<Operation> operations = walk.operations();
        operations.stream().filter(one -> particulars.calls().containsKey(one.id()))
                .forEach(this::callItsWay);
        List<String> collections = operations.stream().filter(one -> one.method().equals("GET") && !one.onObject()).map(Operation::path).distinct().toList();
        operations.stream().filter(one -> !one.onObject() && !collections.contains(one.path()) && !walk.isDone(one))
                .forEach(one -> walk.call(one, "", samples.query(one.path()), samples.action(one.path())));
        collections.forEach(resources::walk);
    }

    private void callItsWay(Operation operation) {
        try {
            walk.account(operation, particulars.calls().get(operation.id()).get());
        } catch (RuntimeException | AssertionError failed) {
            walk.problem(operation, "could not be called: " + failed);
        }
    }

    /** The components of the objects that were made: what kinds they are of. */
    public Set<String> components() {
        return resources.components();
    }
}
