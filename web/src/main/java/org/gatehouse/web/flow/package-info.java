/**
 * Flows over HTTP: the JSON executor of the API and what the pages share with it. Everything is decided by
 * {@link org.gatehouse.flow.FlowExecutor}; here requests become a {@link org.gatehouse.flow.FlowVisit} and views become responses.
 */
package org.gatehouse.web.flow;
