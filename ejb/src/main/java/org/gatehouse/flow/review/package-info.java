/**
 * Looking at flows without running them: {@link org.gatehouse.flow.review.FlowDiagrams} draws one,
 * {@link org.gatehouse.flow.review.FlowExplanations} tells what its policies say about a user, and
 * {@link org.gatehouse.flow.review.FlowExport} writes it as a blueprint. Only administrators do any of this; where one browser is in a
 * running flow is told by {@link org.gatehouse.flow.FlowInspector}.
 */
package org.gatehouse.flow.review;
