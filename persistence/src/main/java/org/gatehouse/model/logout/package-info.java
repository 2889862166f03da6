/**
 * Who has to be told that a login has ended: {@link org.gatehouse.model.logout.SessionClients} knows which clients a login was used
 * for, {@link org.gatehouse.model.logout.LogoutNotices} which of them have not been told yet. Invariant: rows are taken by the statement
 * that reads them, so that no two nodes tell the same client at the same time.
 */
package org.gatehouse.model.logout;
