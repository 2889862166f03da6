package org.gatehouse.flow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.User;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.OpenedSession;

/** What a stage sees of the flow it runs in, and the few things it can do to it. One per step; not kept. */
public interface FlowContext {

    /** The facts of this plan, to read and to write. */
    PlanContext plan();

    /** The flow's slug. */
    String flowSlug();

    /** The flow's designation. */
    org.gatehouse.model.flow.FlowDesignation designation();

    /** The query parameters of the flow page, first value each ({@code next}, {@code login_hint} …). */
    Map<String, String> query();

    /** The login of this browser, if it has a live one; includes one opened by an earlier stage of this step. */
    Optional<LiveSession> session();

    /** Who acts: the user of the session, or nobody. */
    Actor actor();

    /** The user the flow is about ({@link ContextKeys#PENDING_USER}), else the logged-in one. */
    Optional<User> pendingUser();

    /**
     * Somebody has proved who they are. From here on the plan is worth a login, so the executor gives it to this browser under a
     * new key: whoever planted the old one cannot take the next step in the other's place.
     */
    void authenticated();

    /** Gives the browser a new login; the executor rotates the execution id and the web layer sets the cookie. */
    void sessionOpened(OpenedSession session);

    /** Takes the browser's login away; the web layer removes the cookie. The session itself has been ended by the stage. */
    void sessionEnded();

    /**
     * Starts another flow for this browser, for {@link StageResult#leave} to lead to. Stages that the part of the product which
     * started this flow has put at its end go over to the other flow, so that the journey still ends where it was meant to.
     *
     * @param context what the other flow knows from the beginning
     * @return a path of this server
     */
    String continueIn(java.util.UUID flowId, PlanContext context);

    /**
     * Keeps the plan as it is now, at the current stage, for a link that goes on with it in any browser: once, until it expires, is
     * taken back ({@link FlowLinks#revoke}) or the account is deleted. Opened, it begins the current stage again, and
     * {@link #resumedByLink} is true there. The link exists as soon as the step has happened, so whatever sends it comes after that.
     *
     * @param validFor how long it can be opened
     */
    FlowLink saveForLink(Duration validFor);

    /**
     * Whether the browser has answered a stage in this very step. If not, a page was only opened, perhaps by somebody else's link
     * (CSRF): what cannot be taken back waits for an answer.
     */
    boolean answered();

    /** Whether the browser has come to this stage by a link that this very stage has saved, and the stage is not passed yet. */
    boolean resumedByLink();

    /** Puts a stage that is not bound to the flow right after the current one. */
    void insertNext(InMemoryStage stage);

    /** Puts a configured stage that is not bound to the flow right after the current one. */
    void insertNext(org.gatehouse.model.config.Stage stage);

    /** The id of the configured stage that is running; empty for one that exists only in the plan. */
    Optional<java.util.UUID> stageId();
}
