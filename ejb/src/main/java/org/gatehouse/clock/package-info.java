/** The product's one source of time; everything that needs "now" has a {@link java.time.Clock} injected. */
package org.gatehouse.clock;
