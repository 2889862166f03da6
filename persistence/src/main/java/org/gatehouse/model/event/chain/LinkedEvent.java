package org.gatehouse.model.event.chain;

import java.util.Optional;
import org.gatehouse.model.event.AuditEvent;

/** A link with its event as it is now; empty when the event is not there any more. */
public record LinkedEvent(EventLink link, Optional<AuditEvent> event) {
}
