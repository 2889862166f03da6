/**
 * The stage of the {@code initial-setup} flow, which gives the first administrator a password. Start with
 * {@link org.gatehouse.flow.stage.initialsetup.InitialSetup}, which sees to it that this happens once, ever; the stage asks for the
 * values.
 */
package org.gatehouse.flow.stage.initialsetup;
