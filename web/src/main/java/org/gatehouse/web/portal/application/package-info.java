/**
 * The applications of the user: {@link org.gatehouse.web.portal.application.OwnApplications} shows them, {@link
 * org.gatehouse.web.portal.application.LaunchServlet} opens them. What the policies do not allow is not shown, cannot be marked and
 * does not open, and looks the same as what does not exist.
 */
package org.gatehouse.web.portal.application;
