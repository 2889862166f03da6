package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.cache.SingleUse;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.url.LocalRedirect;

/** Ends a step: database first, then the plan, so that neither can be ahead of the other unnoticed. */
@ApplicationScoped
public class FlowSettlement {

    /** A step that was begun on a node which then died can be tried again after this. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    @Inject
    private FlowStore store;

    @Inject
    private SingleUse singleUse;

    @Inject
    private FlowRepository flows;

    /**
     * Claims the step for this request, so that of two that answer it at the same moment only one does anything at all.
     *
     * @throws StepLost for the other
     */
    void claim(RunningFlow run) {
        if (!singleUse.claim("flow-step", keyBefore(run) + ":" + run.state().step(), CLAIM)) {
            throw new StepLost();
        }
    }

    /**
     * Writes the plan back, or removes it.
     *
     * @return {@code view}
     * @throws StepLost when the plan has moved on since it was read
     */
    FlowView settle(RunningFlow run, FlowView view) {
        // A broken constraint has to show before the plan moves.
        flows.flush();
        if (!write(run)) {
            throw new StepLost();
        }
        return view;
    }

    private boolean write(RunningFlow run) {
        String before = keyBefore(run);
        String browser = run.newBrowser().orElse(run.visit().browser());
        String after = FlowStore.keyOf(browser, run.flowSlug(), run.state().execution());
        if (run.isOver()) {
            return run.before().isEmpty() || finish(run, before, browser);
        }
        if (run.before().isEmpty()) {
            return store.add(after, run.state());
        }
        return before.equals(after) ? store.replace(before, run.before().get(), run.state())
                : store.remove(before, run.before().get()) && store.add(after, run.state());
    }

    private boolean finish(RunningFlow run, String key, String browser) {
        boolean removed = store.remove(key, run.before().orElseThrow());
        if (removed && !run.state().history().stages().isEmpty()) {
            store.finished(browser, run.flowSlug(), run.state());
        }
        return removed;
    }

    private static String keyBefore(RunningFlow run) {
        return FlowStore.keyOf(run.visit().browser(), run.flowSlug(), run.visit().execution().orElse(""));
    }

    /** Puts the plan back to its beginning; it is planned anew when it is shown next. */
    void replan(RunningFlow run, boolean keepContext) {
        run.state().relaunch(keepContext);
    }

    /**
     * Puts the plan back to its beginning because the person asked for it.
     *
     * @return where the browser goes: the flow's page; for flows that make no sense without their occasion, the user's page
     */
    String restart(RunningFlow run) {
        FlowDesignation designation = run.designation();
        Optional<String> next = LocalRedirect.safe(run.query().get("next"));
        if (designation == FlowDesignation.AUTHORIZATION || designation == FlowDesignation.INVALIDATION
                || designation == FlowDesignation.STAGE_CONFIGURATION) {
            run.finish();
            return next.orElse(FlowViews.HOME);
        }
        run.state().relaunch(false);
        run.renewStep();
        return FlowAddress.of(run.flowSlug(), run.state().execution(), next);
    }
}
