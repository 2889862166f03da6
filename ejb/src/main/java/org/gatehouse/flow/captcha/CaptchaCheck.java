package org.gatehouse.flow.captcha;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.outgoing.CallLimit;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;

/** Has an answer verified by the captcha's server, and notes in the plan what that said. */
@ApplicationScoped
public class CaptchaCheck {

    /** The contract's key: {@code {"response": …, "stage": …}}. */
    static final ContextKey<JsonObject> CAPTCHA = ContextKey.object("captcha");

    private static final String INVALID = "The captcha was not solved. Please try again.";
    private static final String UNAVAILABLE = "The captcha cannot be checked at the moment. Please try again.";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 8;
    private static final int LONGEST_ANSWER = 32 * 1024;

    private final CallLimit waiting = new CallLimit(MOST_WAITING);

    @Inject
    private OutgoingHttp http;

    @Inject
    private SecretCipher cipher;

    @Inject
    private RequestOrigin origin;

    @Inject
    private Events events;

    /**
     * Verifies what the captcha's script gave the browser.
     *
     * @param stage the stage whose settings these are, if it is a stored one
     * @return a sentence for the person when it does not pass; empty when it does
     */
    public Optional<String> check(FlowContext flow, CaptchaStageSettings settings, Optional<UUID> stage, String token) {
        JsonObject answer;
        try {
            answer = ask(settings, token);
        } catch (OutgoingFailure failed) {
            events.recordWithin(EventDraft.of(EventAction.CONFIGURATION_ERROR, "stages.captcha", flow.actor())
                    .with("message", "A captcha could not be checked: " + failed.getMessage()));
            return Optional.of(UNAVAILABLE);
        }
        if (answer.get("success") != JsonValue.TRUE || settings.errorOnInvalidScore() && !fits(answer, settings)) {
            return Optional.of(INVALID);
        }
        flow.plan().put(CAPTCHA, Json.createObjectBuilder().add("response", answer).add("stage", stage.map(UUID::toString).orElse("")).build());
        return Optional.empty();
    }

    /** An answer without a score is right or wrong and nothing between. */
    private static boolean fits(JsonObject answer, CaptchaStageSettings settings) {
        if (!(answer.get("score") instanceof JsonNumber number)) {
            return true;
        }
        double score = number.doubleValue();
        return score >= settings.scoreMinThreshold() && score <= settings.scoreMaxThreshold();
    }

    private JsonObject ask(CaptchaStageSettings settings, String token) throws OutgoingFailure {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("secret", cipher.open(settings.privateKey().sealed()));
        fields.put("response", token);
        fields.put("remoteip", Optional.ofNullable(origin.clientIp()).orElse(""));
        OutgoingResponse response = waiting.send(http, request(settings, fields).within(PATIENCE).atMost(LONGEST_ANSWER));
        if (!response.isSuccess()) {
            throw new OutgoingFailure(OutgoingFailure.Reason.MALFORMED, "The captcha's server answered with status " + response.status() + ".");
        }
        return response.json();
    }

    private static OutgoingRequest request(CaptchaStageSettings settings, Map<String, String> fields) {
        return settings.requestContentType() == CaptchaStageSettings.ContentType.JSON
                ? OutgoingRequest.postJson(settings.apiUrl(), Json.createObjectBuilder(Map.<String, Object>copyOf(fields)).build())
                : OutgoingRequest.postForm(settings.apiUrl(), fields);
    }
}
