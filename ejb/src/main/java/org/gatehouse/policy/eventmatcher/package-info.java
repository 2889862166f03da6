/**
 * The policy type {@code event_matcher}: picks events, so that a notification rule knows which ones it is about. Start with
 * {@link org.gatehouse.policy.eventmatcher.EventMatcherPolicy}.
 */
package org.gatehouse.policy.eventmatcher;
