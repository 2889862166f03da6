package org.gatehouse.session;

import java.util.UUID;

/** A login has ended, in the transaction that this is fired in: by logging out, by an administrator, with its account, or with its time. */
public record SessionEnded(UUID sessionId) {
}
