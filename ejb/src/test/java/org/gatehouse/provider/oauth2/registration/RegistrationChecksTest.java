package org.gatehouse.provider.oauth2.registration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.TimeSpan;
import org.junit.jupiter.api.Test;

class RegistrationChecksTest {

    @Test
    void acceptsTheDefaults() {
        assertThat(problems(Documents.rules()).isEmpty()).isTrue();
    }

    @Test
    void refusesDocumentsWithoutHostsAndHostsThatAreNone() {
        assertThat(problems(documents()).byField()).containsKey("client_id_document_domains");
        assertThat(problems(documents("*", "app.example.com", "*.example.com")).isEmpty()).isTrue();
        for (String wrong : List.of("https://app.example.com", "*.*.com", "App.example.com", "example.*", "a b", "")) {
            assertThat(problems(documents(wrong)).byField()).as(wrong).containsKey("client_id_document_domains");
        }
    }

    @Test
    void refusesKeysThatAreNotPublicAndStatementsNobodyCanSign() {
        assertThat(problems(Documents.rules(Json.createObjectBuilder().add("keys", Json.createArrayBuilder()).build(), List.of(), false))
                .byField()).containsKey("software_statement_keys");
        assertThat(problems(Documents.rules(null, List.of(), true)).byField()).containsKey("require_software_statement");
    }

    private static RegistrationRules documents(String... domains) {
        return new RegistrationRules("", new TimeSpan("hours=1"), new TimeSpan("days=1"), List.of(GrantType.AUTHORIZATION_CODE), false, 10, 10,
                null, List.of(), false, true, List.of(domains));
    }

    private static FieldProblems problems(RegistrationRules rules) {
        FieldProblems problems = new FieldProblems();
        RegistrationChecks.check(rules, problems);
        return problems;
    }
}
