package org.gatehouse.session;

import java.util.UUID;

/**
 * The same user has logged in again in the same browser, and the new login is about to take the place of the former one.
 *
 * @param former the login that ends in a moment
 * @param session the one that lives on
 */
public record SessionRenewed(UUID former, UUID session) {
}
