/**
 * What lets somebody act as the user: logins, devices, tokens and app passwords, and what applications have been allowed. Each has a
 * page bean, rows and a form; start with {@link org.gatehouse.web.portal.credential.TokenForm}. What belongs to somebody else is
 * treated as what is gone.
 */
package org.gatehouse.web.portal.credential;
