package org.gatehouse.flow.captcha;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gatehouse.model.WireName;
import org.gatehouse.type.Default;
import org.gatehouse.type.Secret;

/**
 * The settings of a captcha stage; the defaults are those of reCAPTCHA, and hCaptcha, Turnstile and others speak the same protocol.
 *
 * @param publicKey the site key
 * @param privateKey the secret that the captcha's server is asked with
 * @param jsUrl the script that shows the captcha
 * @param apiUrl where an answer is verified
 * @param requestContentType how the verification is sent
 * @param interactive whether the person has to do something; else the script decides by itself
 * @param scoreMinThreshold the lowest score that passes, where there are scores
 * @param scoreMaxThreshold the highest score that passes
 * @param errorOnInvalidScore whether another score is refused; else the flow goes on and policies see the answer
 */
public record CaptchaStageSettings(
        @NotBlank @Size(max = 1024) String publicKey,
        @NotNull Secret privateKey,
        @Default("https://www.recaptcha.net/recaptcha/api.js") @NotBlank @Size(max = 2048) String jsUrl,
        @Default("https://www.recaptcha.net/recaptcha/api/siteverify") @NotBlank @Size(max = 2048) String apiUrl,
        @Default("application/x-www-form-urlencoded") ContentType requestContentType,
        @Default("false") boolean interactive,
        @Default("0.5") @DecimalMin("-1000") @DecimalMax("1000") double scoreMinThreshold,
        @Default("1.0") @DecimalMin("-1000") @DecimalMax("1000") double scoreMaxThreshold,
        @Default("true") boolean errorOnInvalidScore) {

    /** How a verification is sent. */
    public enum ContentType implements WireName {
        FORM("application/x-www-form-urlencoded"),
        JSON("application/json");

        private final String mediaType;

        ContentType(String mediaType) {
            this.mediaType = mediaType;
        }

        @Override
        public String wireName() {
            return mediaType;
        }
    }
}
