/**
 * The stage that ends the login of this browser.
 */
package org.gatehouse.flow.stage.userlogout;
