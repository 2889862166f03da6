/**
 * The stage that sends a link and waits until it comes back. Start with {@link org.gatehouse.flow.stage.email.EmailStage}. Invariants:
 * the link is the only way past the stage; what the browser sees is the same whether or not there is such an account; and the address
 * counts as verified only if the link went to exactly the account's address of now.
 */
package org.gatehouse.flow.stage.email;
