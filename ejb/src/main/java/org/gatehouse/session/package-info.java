/**
 * Logins. {@link org.gatehouse.session.LoginGate} is the one place that decides whether a user may be acted for; only it
 * can make an {@link org.gatehouse.session.AdmittedUser}, and whatever opens a session or issues a token asks for one, so
 * no protocol can go around it. {@link org.gatehouse.session.Logins} finds who is behind a session key.
 * {@link org.gatehouse.session.Sessions} keeps sessions as rows in PostgreSQL, with the cluster cache in front: losing nodes
 * logs nobody out, deleting a row logs out everywhere.
 */
package org.gatehouse.session;
