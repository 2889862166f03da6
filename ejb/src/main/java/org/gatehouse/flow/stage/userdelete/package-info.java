/**
 * The stage that deletes the account a flow is about. Invariant: only an account that is proven to be the browser's.
 */
package org.gatehouse.flow.stage.userdelete;
