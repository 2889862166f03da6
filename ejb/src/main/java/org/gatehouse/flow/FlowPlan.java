package org.gatehouse.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.type.FieldProblems;

/**
 * Where one browser is in one flow. A plan is read from the {@link FlowStore} for each step, changed by that step alone, and
 * written back by compare-and-set; instances are never shared.
 *
 * <pre>
 *   launched ──▶ running ──▶ (gone)
 *       └────────────┴─────▶ refused
 * </pre>
 */
final class FlowPlan {

    /** How far the plan is. */
    enum State { LAUNCHED, RUNNING, REFUSED }

    private final FlowStart start;
    private PlanContext context;
    private final List<PlannedStage> stages;
    private String execution;
    private String step;
    private State state = State.LAUNCHED;
    private String refusal = "";
    private String shown = "";
    private PlanHistory history = new PlanHistory();
    private String link = "";
    private boolean arrived;
    private UUID session;
    private Map<String, List<String>> errors = Map.of();

    /**
     * @param execution the id of the plan; empty for the one that a browser gets without naming one
     * @param step the value that the next HTML form has to bring
     */
    FlowPlan(String execution, String step, FlowStart start) {
        this(execution, step, start, new PlanContext(start.context().toJson()), List.of());
    }

    /** For {@link FlowPlanCodec}. */
    FlowPlan(String execution, String step, FlowStart start, PlanContext context, List<PlannedStage> stages) {
        this.execution = execution;
        this.step = step;
        this.start = start;
        this.context = context;
        this.stages = new ArrayList<>(stages);
    }

    String execution() {
        return execution;
    }

    String step() {
        return step;
    }

    FlowStart start() {
        return start;
    }

    PlanContext context() {
        return context;
    }

    State state() {
        return state;
    }

    boolean isRefused() {
        return state == State.REFUSED;
    }

    String refusal() {
        return refusal;
    }

    /** The component of the challenge that was shown last, or empty. */
    String shown() {
        return shown;
    }

    /** What has happened so far. */
    PlanHistory history() {
        return history;
    }

    /** The digest of the secret of the link that led here, or empty. */
    String link() {
        return link;
    }

    /** Whether a link has just led to the current stage. */
    boolean hasArrived() {
        return arrived;
    }

    /** The login without which the plan does not go on. */
    Optional<UUID> session() {
        return Optional.ofNullable(session);
    }

    /** Whether nothing is lost with the plan: it was started without knowing anything, and nobody has answered anything since. */
    boolean isUntouched() {
        return state != State.REFUSED && start.context().toJson().isEmpty() && start.firstStages().isEmpty() && start.finalStages().isEmpty()
                && context.toJson().isEmpty() && history.stages().isEmpty() && link.isEmpty() && session == null
                && errors.isEmpty();
    }

    /** What was wrong with the last answer. */
    Map<String, List<String>> errors() {
        return errors;
    }

    List<PlannedStage> stages() {
        return List.copyOf(stages);
    }

    Optional<PlannedStage> current() {
        return stages.stream().findFirst();
    }

    void run(List<PlannedStage> planned) {
        stages.clear();
        stages.addAll(planned);
        state = State.RUNNING;
    }

    void refuse(String message) {
        stages.clear();
        refusal = message;
        state = State.REFUSED;
    }

    /** Back to the beginning, with what the plan was started with; or with all it has learnt since. */
    void relaunch(boolean keepContext) {
        stages.clear();
        state = State.LAUNCHED;
        refusal = "";
        shown = "";
        arrived = false;
        session = null;
        errors = Map.of();
        context = new PlanContext(keepContext ? context.toJson() : start.context().toJson());
    }

    /** The current stage is done. */
    void pop() {
        history.passed(stages.remove(0));
        shown = "";
        arrived = false;
        errors = Map.of();
    }

    void insertNext(PlannedStage stage) {
        stages.add(stages.isEmpty() ? 0 : 1, stage);
    }

    void show(String component) {
        shown = component;
    }

    void complain(FieldProblems problems) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        problems.byField().forEach((field, messages) -> copy.put(field, List.copyOf(messages)));
        errors = copy;
    }

    /** The plan goes on in another browser, where nothing of it has been shown. */
    FlowPlan arrivedBy(String linkDigest) {
        link = linkDigest;
        arrived = state == State.RUNNING;
        shown = "";
        errors = Map.of();
        restore(context);
        return this;
    }

    /** Notes that a link leads to what is known here, and about whom it is. */
    static void restore(PlanContext context) {
        context.put(ContextKeys.IS_RESTORED, true);
        context.get(ContextKeys.PENDING_USER).ifPresentOrElse(user -> context.put(ContextKeys.RESTORED_USER, user),
                () -> context.remove(ContextKeys.RESTORED_USER));
    }

    void bindTo(UUID sessionId) {
        session = sessionId;
    }

    void unbind() {
        session = null;
    }

    /** From now on only a form with this value is accepted. */
    void renewStep(String newStep) {
        step = newStep;
    }

    void renameTo(String newExecution) {
        execution = newExecution;
    }

    /** For {@link FlowPlanCodec}. */
    FlowPlan restorePast(PlanHistory storedHistory, String storedLink, boolean storedArrived) {
        history = storedHistory;
        link = storedLink;
        arrived = storedArrived;
        return this;
    }

    /** For {@link FlowPlanCodec}. */
    FlowPlan restore(State storedState, String storedRefusal, String storedShown, UUID storedSession,
            Map<String, List<String>> storedErrors) {
        state = storedState;
        refusal = storedRefusal;
        shown = storedShown;
        session = storedSession;
        errors = storedErrors;
        return this;
    }
}
