/**
 * Mail to people. {@link org.gatehouse.mail.MailQueue} takes a {@link org.gatehouse.mail.Letter} in the caller's transaction,
 * {@link org.gatehouse.mail.MailDelivery} hands it to a mail server afterwards, again and again until it is taken or out of date:
 * nobody's request waits for a mail server, and a letter exists if and only if what it is about has happened.
 *
 * <p>Invariant: everything that goes into a letter is escaped for the place it goes to, and no address or subject can add a header.
 * A letter that was taken by the mail server just before this one died is sent twice: better than never.
 */
package org.gatehouse.mail;
