package org.gatehouse.event;

/** An event with everything the log keeps, which can be written at any later moment. */
public record StampedEvent(EventDraft draft, EventStamp stamp) {
}
