/**
 * The HTML pages of flows. Start with {@link org.gatehouse.web.flow.FlowPageServlet}; the Facelets are below
 * {@code /flow} of the web application, one for each challenge. A form is accepted only with its step's own value, which is
 * also what keeps other sites from posting it; every POST ends in a redirect.
 */
package org.gatehouse.web.flow;
