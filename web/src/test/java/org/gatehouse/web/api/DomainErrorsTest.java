package org.gatehouse.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.directory.password.TooManyPasswordChecks;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectInUse;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.UsedBy;
import org.junit.jupiter.api.Test;

class DomainErrorsTest {

    @Test
    void tellsProblemsByField() {
        ApiError error = of(new InvalidInput(new FieldProblems().add("name", "One.").add("name", "Two.").add(FieldProblems.GENERAL, "All.")));

        assertThat(error.status()).isEqualTo(400);
        assertThat(error.body().toString()).isEqualTo("{\"name\":[\"One.\",\"Two.\"],\"non_field_errors\":[\"All.\"]}");
    }

    @Test
    void seesThroughTheContainersWrapping() {
        assertThat(of(new EJBException(new OptimisticLockException("conflict"))).status()).isEqualTo(409);
        assertThat(of(new EJBException(new RuntimeException(new ObjectNotFound("gone")))).status()).isEqualTo(404);
    }

    @Test
    void namesWhatKeepsAnObjectFromBeingDeleted() {
        ApiError error = of(new ObjectInUse(List.of(UsedBy.of("authentik_core.application", "app", "App", "left_dangling"))));

        assertThat(error.status()).isEqualTo(409);
        assertThat(error.body().getJsonArray("used_by").getJsonObject(0).getString("model_name")).isEqualTo("application");
    }

    @Test
    void aBusyNodeIsUnavailableAndNotBroken() {
        assertThat(of(new EJBException(new TooManyPasswordChecks())).status()).isEqualTo(503);
    }

    @Test
    void saysNoMoreThanThatItIsForbidden() {
        assertThat(of(new AccessDenied("because the moon is full")).body().toString()).doesNotContain("moon");
    }

    @Test
    void knowsNothingAboutOurOwnMistakes() {
        assertThat(DomainErrors.of(new IllegalStateException("internals"))).isEmpty();
    }

    private static ApiError of(Throwable failure) {
        return DomainErrors.of(failure).orElseThrow();
    }
}
