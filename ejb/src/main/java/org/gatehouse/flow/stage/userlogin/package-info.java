/**
 * The stage that logs the pending user in. Start with {@link org.gatehouse.flow.stage.userlogin.UserLoginStage}. Invariant: a session
 * is opened only for a user whom the {@link org.gatehouse.session.LoginGate} admits at that moment.
 */
package org.gatehouse.flow.stage.userlogin;
