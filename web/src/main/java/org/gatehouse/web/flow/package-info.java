/**
 * Flows over HTTP: the pages, the JSON executor of the API, and what they share. Start with
 * {@link org.gatehouse.web.flow.FlowPageServlet}; the Facelets are below {@code /flow} of the web application, one for each
 * challenge. Everything is decided by {@link org.gatehouse.flow.FlowExecutor}. A form is accepted only with its step's own value,
 * and every POST ends in a redirect.
 */
package org.gatehouse.web.flow;
