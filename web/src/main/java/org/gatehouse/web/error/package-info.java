/**
 * Pages that say that something went wrong. Start with {@link org.gatehouse.web.error.ErrorPage}. No page tells anything about
 * the inside of the product; the request id leads an administrator to the log.
 */
package org.gatehouse.web.error;
