/**
 * Mail on its way out: {@link org.gatehouse.model.mail.MailMessage} is one letter that no mail server has taken yet. Invariant: a
 * letter is taken for sending by one conditional statement, so that no two nodes send it at the same time.
 */
package org.gatehouse.model.mail;
