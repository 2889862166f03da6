package org.gatehouse.flow.stage.authenticatorsms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.MailWorld;
import org.gatehouse.fixture.Wired;
import org.gatehouse.flow.stage.authenticatorsms.AuthenticatorSmsStageSettings.AuthType;
import org.gatehouse.flow.stage.authenticatorsms.AuthenticatorSmsStageSettings.Provider;
import org.gatehouse.mapping.PreparedMapping;
import org.gatehouse.mapping.PropertyMappings;
import org.gatehouse.model.directory.User;
import org.gatehouse.outgoing.LocalHttp;
import org.gatehouse.type.Ref;
import org.gatehouse.type.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsGatewayTest {

    private static final SecretCipher CIPHER = new SecretCipher(List.of("the secret of a test"));

    private final FlowWorld world = new FlowWorld();
    private final LocalHttp server = new LocalHttp();
    private SmsGateway gateway;
    private User alice;

    @BeforeEach
    void wire() {
        SmsTexts texts = new MailWorld(world).wire(new SmsTexts(), new Mappings());
        gateway = Wired.set(world.wire(new SmsGateway(), LocalHttp.client(), texts), "twilio", server.url());
        alice = world.user("alice", true);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AuthenticatorSmsStageSettings settings(Provider provider, String account, String mapping) {
        return new AuthenticatorSmsStageSettings(null, "", provider, "+491", account, secret("token"), null, AuthType.BASIC, false,
                mapping == null ? null : new Ref<>(UUID.nameUUIDFromBytes(mapping.getBytes(StandardCharsets.UTF_8))));
    }

    private static Secret secret(String text) {
        return new Secret(CIPHER.seal(text));
    }

    @Test
    void speaksToTwilioInItsForm() {
        assertThat(gateway.send(settings(Provider.TWILIO, "AC1", null), alice, "+4930123456", "123456")).isTrue();

        assertThat(server.received.get(0)).startsWith("/2010-04-01/Accounts/AC1/Messages.json From=%2B491&To=%2B4930123456&Body=Your+code+for+")
                .endsWith("123456");
        assertThat(server.credentials).containsExactly("Basic " + Base64.getEncoder().encodeToString("AC1:token".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void callsNothingWhenTheAccountWouldLeadElsewhere() {
        assertThat(gateway.send(settings(Provider.TWILIO, "../../x", null), alice, "+4930123456", "123456")).isFalse();
        assertThat(server.received).isEmpty();
    }

    @Test
    void speaksTheLanguageOfTheBrowser() {
        world.origin.speaks("de-AT");

        gateway.send(settings(Provider.TWILIO, "AC", null), alice, "+4930123456", "123456");

        assertThat(server.received.get(0)).contains("Body=Ihr+Code");
    }

    @Test
    void aMappingMakesTheTextOrTheWholeDocument() {
        gateway.send(settings(Provider.TWILIO, "AC", "text"), alice, "+4930123456", "123456");
        gateway.send(settings(Provider.GENERIC, server.url() + "/own", "document"), alice, "+4930123456", "123456");

        assertThat(server.received.get(0)).endsWith("Body=alice+123456");
        assertThat(server.received.get(1)).isEqualTo("/own {\"number\":\"+4930123456\"}");
    }

    @Test
    void sendsNothingWhenTheMappingFails() {
        assertThat(gateway.send(settings(Provider.TWILIO, "AC", "broken"), alice, "+4930123456", "123456")).isFalse();
        assertThat(server.received).isEmpty();
    }

    /** Three mappings, known by their names. */
    private static final class Mappings extends PropertyMappings {

        private static final List<String> NAMES = List.of("text", "document", "broken");

        @Override
        public List<PreparedMapping> find(Collection<UUID> ids) {
            return NAMES.stream().map(name -> new PreparedMapping(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name, null))
                    .filter(mapping -> ids.contains(mapping.id())).toList();
        }

        @Override
        public Object evaluate(PreparedMapping mapping, Map<String, Object> variables, Actor actor) {
            Map<?, ?> user = (Map<?, ?>) variables.get("user");
            Map<?, ?> device = (Map<?, ?>) variables.get("device");
            return switch (mapping.name()) {
                case "text" -> user.get("username") + " " + device.get("token");
                case "document" -> Map.of("number", device.get("phone_number"));
                default -> throw new ExpressionFailed("broken");
            };
        }
    }
}
