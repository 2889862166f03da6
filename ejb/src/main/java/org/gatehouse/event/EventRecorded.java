package org.gatehouse.event;

/**
 * Fired for each event that is recorded, also for those that the {@link EventLimiter} only counts; observers count, remember or
 * notify, and decide nothing.
 *
 * @param action one of {@link EventAction}
 * @param app the part of the product it happened in
 * @param username whom it is about: the name that was typed for a login that failed, else the actor's name; may be empty
 * @param clientIp the browser's address, or null outside of a request
 */
public record EventRecorded(String action, String app, String username, String clientIp) {

    static EventRecorded of(EventDraft draft, String clientIp) {
        String actor = draft.actor().username() == null ? "" : draft.actor().username();
        String username = draft.action().equals(EventAction.LOGIN_FAILED) ? draft.context().getString("username", actor) : actor;
        return new EventRecorded(draft.action(), draft.app(), username, clientIp);
    }
}
