package org.gatehouse.flow;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.url.LocalRedirect;

/**
 * Starts a flow on behalf of another part of the product. The plan is only noted down here; whether the browser may run it is
 * decided when the browser comes, with the login it has then, so that a refusal has a page to be shown on.
 */
@Stateless
public class FlowLauncher {

    @Inject
    private FlowRepository flows;

    @Inject
    private FlowStore store;

    @Inject
    private RandomKeys keys;

    /**
     * Notes a flow to be run in one browser.
     *
     * @return the path of its page
     * @throws ObjectNotFound when there is no such flow
     */
    public String start(String browserKey, FlowStart start) {
        Flow flow = flows.find(start.flowId()).orElseThrow(() -> new ObjectNotFound("There is no such flow."));
        FlowPlan plan = note(browserKey, flow, start);
        // The target is repeated in the address: a login page that was left open too long still leads where it was meant to.
        return FlowAddress.of(flow.getSlug(), plan.execution(), start.context().get(ContextKeys.REDIRECT).flatMap(LocalRedirect::safe));
    }

    /**
     * Notes a flow of which nothing is known beforehand; each call makes an execution of its own, so two tabs do not meet.
     *
     * @return the execution id
     * @throws ObjectNotFound when there is no such flow
     */
    public String begin(String browserKey, String slug) {
        Flow flow = flows.findBySlug(slug).orElseThrow(() -> new ObjectNotFound("There is no such flow."));
        return note(browserKey, flow, new FlowStart(flow.getId(), new PlanContext(), List.of())).execution();
    }

    private FlowPlan note(String browserKey, Flow flow, FlowStart start) {
        FlowPlan plan = new FlowPlan(keys.urlSafe(), keys.urlSafe(), start);
        if (!store.add(FlowStore.keyOf(browserKey, flow.getSlug(), plan.execution()), plan)) {
            throw new IllegalStateException("An execution id was drawn twice.");
        }
        return plan;
    }
}
