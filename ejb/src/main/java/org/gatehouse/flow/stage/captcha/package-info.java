/**
 * The stage that asks for a captcha. Start with {@link org.gatehouse.flow.stage.captcha.CaptchaStage}; what it shares with the
 * identification stage is in {@code org.gatehouse.flow.captcha}.
 */
package org.gatehouse.flow.stage.captcha;
