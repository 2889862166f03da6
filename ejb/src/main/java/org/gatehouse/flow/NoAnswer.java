package org.gatehouse.flow;

/** The answer type of a stage that asks nothing. */
public record NoAnswer() {
}
