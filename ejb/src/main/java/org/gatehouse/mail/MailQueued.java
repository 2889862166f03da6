package org.gatehouse.mail;

/** A letter has been put into the outbox by a transaction. */
record MailQueued() {
}
