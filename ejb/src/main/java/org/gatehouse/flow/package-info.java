/**
 * The flow engine. A flow is an ordered set of stages; {@link org.gatehouse.flow.FlowPlanner} turns it into a
 * {@link org.gatehouse.flow.FlowPlan} for one browser, {@link org.gatehouse.flow.FlowExecutor} leads the browser through it:
 *
 * <pre>
 *   plan ──▶ stage.begin ──▶ Show(challenge) ──▶ answer ──▶ stage.submit ──▶ Next ──▶ … ──▶ done: redirect
 *                 │                  ▲               │
 *                 └─ Next, Deny, Leave               └─ Invalid: the same challenge with messages
 * </pre>
 *
 * Only the executor interprets a {@link org.gatehouse.flow.StageResult}. Plans live in the cluster cache under an unguessable
 * execution id that is bound to the browser; each step is stored by compare-and-set, so a step that is submitted twice happens
 * once. What every step reads comes from {@link org.gatehouse.flow.FlowCatalog}; a plan that waits for a link is in
 * {@link org.gatehouse.flow.FlowLinks}. {@code docs/flows.md} tells it to people who build flows. Stage types implement {@link org.gatehouse.flow.StageType} and never call each other.
 */
package org.gatehouse.flow;
