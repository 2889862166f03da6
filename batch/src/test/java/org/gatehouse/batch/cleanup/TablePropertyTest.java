package org.gatehouse.batch.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.gatehouse.model.job.ExpiringTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablePropertyTest {

    @Test
    void readsTheNamesOfTheList() {
        assertThat(TableProperty.read("oauth_token")).isEqualTo(ExpiringTable.OAUTH_TOKEN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "user_account", "TOKEN", "token; drop table token"})
    void refusesEveryOtherName(String name) {
        assertThatThrownBy(() -> TableProperty.read(name)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("audit_event");
    }

    @Test
    void theJobCleansEveryTableOfTheList() throws IOException {
        String job;
        try (InputStream file = getClass().getResourceAsStream("/META-INF/batch-jobs/clean-expired.xml")) {
            job = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(ExpiringTable.values()).allSatisfy(table -> assertThat(job).contains("value=\"" + table.wireName() + "\""));
    }
}
