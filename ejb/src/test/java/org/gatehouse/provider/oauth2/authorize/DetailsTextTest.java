package org.gatehouse.provider.oauth2.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class DetailsTextTest {

    @Test
    void showsEverythingThatIsAskedFor() {
        JsonObject detail = Json.createObjectBuilder().add("type", "payment").add("actions", Json.createArrayBuilder().add("read").add("pay"))
                .add("limit", Json.createObjectBuilder().add("amount", 5)).build();

        assertThat(DetailsText.text(detail)).isEqualTo("payment: actions read, pay; limit {\"amount\":5}");
        assertThat(DetailsText.text(Json.createObjectBuilder().add("type", "account").build())).isEqualTo("account");
    }

    @Test
    void knowsADetailAgainOnlyIfItIsTheSame() {
        JsonObject five = Json.createObjectBuilder().add("type", "payment").add("amount", 5).build();
        JsonObject nine = Json.createObjectBuilder().add("type", "payment").add("amount", 9).build();

        assertThat(DetailsText.permission(five)).isEqualTo(DetailsText.permission(five)).isNotEqualTo(DetailsText.permission(nine));
        assertThat(DetailsText.permission(five).name()).doesNotContain(" ");
    }
}
