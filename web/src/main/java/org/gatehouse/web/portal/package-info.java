/**
 * The user portal and the way into applications. Start with {@link org.gatehouse.web.portal.PortalServlet}; the Facelets are
 * below {@code /portal}. A page shows only what belongs to the logged-in user, and a form is accepted only with the
 * {@link org.gatehouse.web.portal.FormToken} of the login.
 */
package org.gatehouse.web.portal;
