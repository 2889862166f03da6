package org.gatehouse.flow.stage.authenticatorsms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gatehouse.model.WireName;
import org.gatehouse.model.config.PropertyMapping;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;
import org.gatehouse.type.Secret;
import org.gatehouse.type.Section;

/**
 * The settings of a stage that sets up codes by text message.
 *
 * @param configureFlow the flow by which users set a device up by themselves
 * @param friendlyName how a new device is called; empty: the class's name
 * @param provider who sends the messages
 * @param fromNumber whom they are from
 * @param accountSid the account at Twilio; for a generic gateway its URL
 * @param auth the token at Twilio; for a generic gateway the bearer token or the user name
 * @param authPassword the password that goes with the user name
 * @param authType how to log in to a generic gateway
 * @param verifyOnly whether to keep no more than a digest of the number
 * @param mapping makes the message (Twilio) or the whole document (generic); null for the product's own
 */
public record AuthenticatorSmsStageSettings(
        Ref<Flow> configureFlow,
        @Default("") @Size(max = 64) String friendlyName,
        @NotNull Provider provider,
        @NotBlank @Size(max = 64) String fromNumber,
        @NotBlank @Size(max = 2048) String accountSid,
        @NotNull Secret auth,
        @Section("generic") Secret authPassword,
        @Section("generic") @Default("basic") AuthType authType,
        @Default("false") boolean verifyOnly,
        Ref<PropertyMapping> mapping) {

    /** Who sends messages. */
    public enum Provider implements WireName {
        TWILIO,
        GENERIC
    }

    /** How to log in to a gateway. */
    public enum AuthType implements WireName {
        BASIC,
        BEARER
    }
}
