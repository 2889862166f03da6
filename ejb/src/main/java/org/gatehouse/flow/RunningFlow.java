package org.gatehouse.flow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.Login;
import org.gatehouse.session.OpenedSession;
import org.gatehouse.url.LocalRedirect;

/** One step of one browser through one flow: the plan as it was read and as it becomes, and what happens to the login. */
final class RunningFlow implements FlowContext {

    private final FlowDefinition flow;
    private final FlowVisit visit;
    private final Optional<Login> login;
    private final FlowPlan plan;
    private final Optional<String> before;
    private final UserRepository users;
    private final RandomKeys keys;
    private final FlowLauncher launcher;
    private final FlowLinks links;

    private Optional<OpenedSession> opened = Optional.empty();
    private Optional<String> newBrowser = Optional.empty();
    private boolean ended;
    private boolean over;
    private boolean answered;

    /**
     * @param before the stored text of the plan, or empty for a new one
     */
    RunningFlow(FlowDefinition flow, FlowVisit visit, Optional<Login> login, FlowPlan plan, Optional<String> before, Surroundings around) {
        this.flow = flow;
        this.visit = visit;
        this.login = login;
        this.plan = plan;
        this.before = before;
        this.users = around.users();
        this.keys = around.keys();
        this.launcher = around.launcher();
        this.links = around.links();
    }

    /** What a step needs of the rest of the product. */
    record Surroundings(UserRepository users, RandomKeys keys, FlowLauncher launcher, FlowLinks links) {
    }

    FlowDefinition flow() {
        return flow;
    }

    FlowVisit visit() {
        return visit;
    }

    FlowPlan state() {
        return plan;
    }

    Optional<String> before() {
        return before;
    }

    Optional<OpenedSession> opened() {
        return opened;
    }

    Optional<String> newBrowser() {
        return newBrowser;
    }

    boolean ended() {
        return ended;
    }

    /** Whether the plan is not to be kept. */
    boolean isOver() {
        return over;
    }

    void finish() {
        over = true;
    }

    void noteAnswer() {
        answered = true;
    }

    @Override
    public boolean answered() {
        return answered;
    }

    void renewStep() {
        plan.renewStep(keys.urlSafe());
    }

    @Override
    public PlanContext plan() {
        return plan.context();
    }

    @Override
    public String flowSlug() {
        return flow.slug();
    }

    @Override
    public FlowDesignation designation() {
        return flow.designation();
    }

    @Override
    public Map<String, String> query() {
        return visit.query();
    }

    @Override
    public Optional<LiveSession> session() {
        return ended ? Optional.empty() : opened.map(OpenedSession::session).or(() -> login.map(Login::session));
    }

    @Override
    public Actor actor() {
        if (ended) {
            return Actor.anonymous();
        }
        return opened.flatMap(o -> users.find(o.session().userId())).map(user -> Actor.of(user, false))
                .or(() -> login.map(Login::actor)).orElse(Actor.anonymous());
    }

    /** Somebody who typed an unknown name is nobody, also when somebody else is logged in: the two must never be mixed up. */
    @Override
    public Optional<User> pendingUser() {
        if (plan().has(ContextKeys.PENDING_USER)) {
            return plan().get(ContextKeys.PENDING_USER).flatMap(users::find);
        }
        if (plan().has(ContextKeys.PENDING_USER_IDENTIFIER) || ended) {
            return Optional.empty();
        }
        return login.map(Login::user);
    }

    @Override
    public void authenticated() {
        newBrowser = Optional.of(keys.urlSafe());
    }

    @Override
    public void sessionOpened(OpenedSession session) {
        opened = Optional.of(session);
        ended = false;
        // Whatever knew the browser before the login (a planted cookie, a link with the execution id) must not know it after.
        authenticated();
        if (!plan.execution().isEmpty()) {
            plan.renameTo(keys.urlSafe());
        }
        plan.bindTo(session.session().id());
    }

    @Override
    public void sessionEnded() {
        opened = Optional.empty();
        ended = true;
        plan.unbind();
    }

    @Override
    public String continueIn(UUID flowId, PlanContext context) {
        // Whatever the other flow is told or not told, it leads where this one was to lead.
        plan().get(ContextKeys.REDIRECT).or(() -> LocalRedirect.safe(query().get("next"))).filter(target -> !context.has(ContextKeys.REDIRECT))
                .ifPresent(target -> context.put(ContextKeys.REDIRECT, target));
        return launcher.start(newBrowser.orElse(visit.browser()), new FlowStart(flowId, context, plan.start().finalStages()));
    }

    @Override
    public FlowLink saveForLink(Duration validFor) {
        FlowPlan copy = FlowPlanCodec.read(FlowPlanCodec.write(plan));
        // The address of the page does not travel with the link, so its target has to travel with the plan.
        if (!copy.context().has(ContextKeys.REDIRECT)) {
            LocalRedirect.safe(query().get("next")).ifPresent(next -> copy.context().put(ContextKeys.REDIRECT, next));
        }
        // Whoever opens the link may be logged in to another account: the flow stays about this one.
        Optional<Long> user = pendingUser().map(User::getId);
        user.ifPresent(id -> copy.context().put(ContextKeys.PENDING_USER, id));
        return links.save(flow, copy, user, validFor);
    }

    @Override
    public boolean resumedByLink() {
        return plan.hasArrived();
    }

    @Override
    public void insertNext(InMemoryStage stage) {
        plan.insertNext(PlannedStage.of(stage));
    }

    @Override
    public void insertNext(Stage stage) {
        plan.insertNext(PlannedStage.of(stage));
    }

    @Override
    public Optional<UUID> stageId() {
        return plan.current().flatMap(PlannedStage::stage);
    }
}
