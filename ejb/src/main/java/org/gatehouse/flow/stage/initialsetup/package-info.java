/**
 * The stage that lets the first visitor of a new installation give the administrator a password, once. Whether it has been done
 * is a durable marker, not a property of any account: deleting or renaming the administrator never opens it again.
 */
package org.gatehouse.flow.stage.initialsetup;
