package org.gatehouse.flow.review;

import java.util.List;
import org.gatehouse.policy.PolicyExplanation;

/**
 * What a flow's policies say about one user now.
 *
 * @param username the user
 * @param active whether the account may log in at all
 * @param flow whether the flow may be started
 * @param stages what becomes of each stage, in order
 */
public record FlowExplanation(String username, boolean active, PolicyExplanation flow, List<Stage> stages) {

    /**
     * One stage.
     *
     * @param name its name
     * @param decision a "yes" leads through the stage, a "no" past it; a failure refuses the flow
     */
    public record Stage(String name, PolicyExplanation decision) {
    }
}
