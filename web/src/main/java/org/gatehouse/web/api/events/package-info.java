/**
 * What the API offers on events beside listing and reading them: figures, exports, the check of the hash chain, and a user's own
 * notifications. Start with {@link org.gatehouse.web.api.events.EventResource}. The use cases are in {@code org.gatehouse.event}.
 */
package org.gatehouse.web.api.events;
