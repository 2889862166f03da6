/**
 * Captchas: what a captcha stage and an identification stage that embeds one share. Start with
 * {@link org.gatehouse.flow.captcha.CaptchaCheck}. Invariant: an answer that the captcha's own server does not confirm never passes;
 * if that server cannot be asked, nobody passes.
 */
package org.gatehouse.flow.captcha;
