/**
 * Logins. The database is the truth; the cluster cache is only faster.
 */
package org.gatehouse.model.session;
