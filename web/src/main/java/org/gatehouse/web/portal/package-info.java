/**
 * The user portal. Start with {@link org.gatehouse.web.portal.PortalPage}, the list of its pages: {@link
 * org.gatehouse.web.portal.PortalServlet} shows them from {@code /portal}, and hands what is posted to the {@link
 * org.gatehouse.web.portal.PortalForm} of the page. What they show and change is in the packages below.
 *
 * <p>Invariant: {@link org.gatehouse.web.portal.PortalFilter} lets nobody in who is not logged in, and no form without the {@link
 * org.gatehouse.web.portal.FormToken} of the login; a page shows and changes only what belongs to the user.
 */
package org.gatehouse.web.portal;
