package org.gatehouse.flow.stage.authenticatorsms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.flow.stage.authenticatorsms.AuthenticatorSmsStageSettings.AuthType;
import org.gatehouse.flow.stage.authenticatorsms.AuthenticatorSmsStageSettings.Provider;
import org.gatehouse.model.directory.User;
import org.gatehouse.outgoing.CallLimit;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;
import org.gatehouse.type.Secret;

/**
 * Hands text messages to a gateway: to Twilio in its form, to any other as a JSON document {@code {From, To, Body, Message}}.
 * {@code gatehouse.sms.twilio-url} is where Twilio is.
 */
@ApplicationScoped
public class SmsGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_WAITING = 8;

    private final CallLimit waiting = new CallLimit(MOST_WAITING);

    @Inject
    private OutgoingHttp http;

    @Inject
    private SmsTexts texts;

    @Inject
    private SecretCipher cipher;

    @Inject
    private Events events;

    @Inject
    @ConfigProperty(name = "gatehouse.sms.twilio-url", defaultValue = "https://api.twilio.com")
    private String twilio = "https://api.twilio.com";

    /** Sends a code; false when the gateway did not take it, which leaves an event without number and code. */
    boolean send(AuthenticatorSmsStageSettings settings, User user, String number, String code) {
        try {
            SmsTexts.Message message = texts.write(settings, user, number, code);
            OutgoingResponse response = waiting.send(http, request(settings, number, message).within(PATIENCE));
            if (response.isSuccess()) {
                return true;
            }
            return failed(user, "the gateway answered with status " + response.status() + ".");
        } catch (OutgoingFailure failure) {
            return failed(user, failure.getMessage());
        } catch (ExpressionFailed failure) {
            return failed(user, "its mapping failed.");
        }
    }

    private boolean failed(User user, String reason) {
        events.recordWithin(EventDraft.of(EventAction.CONFIGURATION_ERROR, "stages.authenticator_sms", Actor.of(user, false))
                .with("message", "A text message could not be sent: " + reason));
        return false;
    }

    private OutgoingRequest request(AuthenticatorSmsStageSettings settings, String number, SmsTexts.Message message) {
        return settings.provider() == Provider.TWILIO ? twilio(settings, number, message) : generic(settings, number, message);
    }

    /** Twilio's Messages resource. */
    private OutgoingRequest twilio(AuthenticatorSmsStageSettings settings, String number, SmsTexts.Message message) {
        String account = URLEncoder.encode(settings.accountSid(), StandardCharsets.UTF_8);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("From", settings.fromNumber());
        form.put("To", number);
        form.put("Body", message.text());
        return OutgoingRequest.postForm(twilio + "/2010-04-01/Accounts/" + account + "/Messages.json", form)
                .header("Authorization", basic(settings.accountSid(), open(settings.auth())));
    }

    private OutgoingRequest generic(AuthenticatorSmsStageSettings settings, String number, SmsTexts.Message message) {
        OutgoingRequest request = OutgoingRequest.postJson(settings.accountSid(), message.document().orElseGet(() -> Json.createObjectBuilder()
                .add("From", settings.fromNumber()).add("To", number).add("Body", message.text()).add("Message", message.text()).build()));
        String credentials = settings.authType() == AuthType.BEARER ? "Bearer " + open(settings.auth())
                : basic(open(settings.auth()), Optional.ofNullable(settings.authPassword()).map(this::open).orElse(""));
        return request.header("Authorization", credentials);
    }

    private String open(Secret secret) {
        return cipher.open(secret.sealed());
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
