package org.gatehouse.event;

/**
 * Fired for each event that the log has kept; observers count or notify, and decide nothing.
 *
 * @param action one of {@link EventAction}
 * @param app the part of the product it happened in
 */
public record EventRecorded(String action, String app) {
}
