/**
 * Notifications as the user sees them: the page, and the number beside the bell on every page. Start with
 * {@link org.gatehouse.web.portal.notice.OwnNotices}.
 */
package org.gatehouse.web.portal.notice;
