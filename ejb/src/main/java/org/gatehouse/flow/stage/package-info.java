/**
 * The stage types, one package each: settings, challenge, answer, behaviour. They are found by CDI, so a new one is added without
 * touching any of the others, and none imports another. A reader starts with {@code password}.
 */
package org.gatehouse.flow.stage;
