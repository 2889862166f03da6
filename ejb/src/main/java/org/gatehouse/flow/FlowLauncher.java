package org.gatehouse.flow;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.url.LocalRedirect;

/**
 * Starts a flow on behalf of another part of the product. The plan is only noted down here; whether the browser may run it is
 * decided when the browser comes, with the login it has then, so that a refusal has a page to be shown on.
 */
@Stateless
public class FlowLauncher {

    @Inject
    private FlowCatalog flows;

    @Inject
    private FlowStore store;

    @Inject
    private FlowLinks links;

    @Inject
    private RandomKeys keys;

    /**
     * Notes a flow to be run in one browser.
     *
     * @return the path of its page
     * @throws ObjectNotFound when there is no such flow
     */
    public String start(String browserKey, FlowStart start) {
        FlowDefinition flow = flows.find(start.flowId()).orElseThrow(() -> new ObjectNotFound("There is no such flow."));
        FlowPlan plan = note(browserKey, flow, start);
        // The target is repeated in the address: a login page that was left open too long still leads where it was meant to.
        return FlowAddress.of(flow.slug(), plan.execution(), start.context().get(ContextKeys.REDIRECT).flatMap(LocalRedirect::safe));
    }

    /**
     * Notes a flow of which nothing is known beforehand; each call makes an execution of its own, so two tabs do not meet.
     *
     * @return the execution id
     * @throws ObjectNotFound when there is no such flow
     */
    public String begin(String browserKey, String slug) {
        FlowDefinition flow = flows.find(slug).orElseThrow(() -> new ObjectNotFound("There is no such flow."));
        return note(browserKey, flow, new FlowStart(flow.id(), new PlanContext(), List.of())).execution();
    }

    /**
     * Makes a link that starts a flow in any browser, once; the flow knows by {@link ContextKeys#IS_RESTORED} that a link led to it.
     *
     * @param validFor how long it can be opened
     * @throws ObjectNotFound when there is no such flow
     */
    public FlowLink link(FlowStart start, Duration validFor) {
        FlowDefinition flow = flows.find(start.flowId()).orElseThrow(() -> new ObjectNotFound("There is no such flow."));
        FlowPlan.restore(start.context());
        FlowPlan plan = new FlowPlan("", keys.urlSafe(), start);
        return links.save(flow, plan, start.context().get(ContextKeys.PENDING_USER), validFor);
    }

    /**
     * Goes on with what a link was saved for, in this browser.
     *
     * @param execution the execution id the plan gets; empty for the browser's own
     * @return whether the link could still be used
     * @throws ObjectNotFound when there is no such flow
     */
    public boolean resume(FlowVisit visit, String execution, String token) {
        FlowDefinition flow = flows.find(visit.slug()).orElseThrow(() -> new ObjectNotFound("There is no such flow."));
        Optional<FlowPlan> plan = links.redeem(flow.id(), token);
        plan.ifPresent(found -> {
            found.renameTo(execution);
            found.renewStep(keys.urlSafe());
            store.put(FlowStore.keyOf(visit.browser(), flow.slug(), execution), found);
        });
        return plan.isPresent();
    }

    /** Whether the browser is in a plan already to which this link has led. */
    public boolean hasResumed(FlowVisit visit, String token) {
        return store.find(FlowStore.keyOf(visit.browser(), visit.slug(), visit.execution().orElse(""))).map(FlowPlanCodec::read)
                .filter(plan -> Digests.equal(plan.link(), Digests.sha256(token))).isPresent();
    }

    private FlowPlan note(String browserKey, FlowDefinition flow, FlowStart start) {
        FlowPlan plan = new FlowPlan(keys.urlSafe(), keys.urlSafe(), start);
        if (!store.add(FlowStore.keyOf(browserKey, flow.slug(), plan.execution()), plan)) {
            throw new IllegalStateException("An execution id was drawn twice.");
        }
        return plan;
    }
}
