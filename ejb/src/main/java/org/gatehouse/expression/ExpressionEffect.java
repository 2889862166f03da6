package org.gatehouse.expression;

/** What an expression may do beside yielding a value. Nothing happens while it runs: the result says what is to be done. */
public enum ExpressionEffect {
    /** {@code message("…")}: texts for the user. */
    MESSAGES,
    /** {@code context_set("…", …)}: facts for the plan of a flow. */
    CONTEXT,
    /** {@code event_create("…", {…})}: events of the installation's own. */
    EVENTS
}
