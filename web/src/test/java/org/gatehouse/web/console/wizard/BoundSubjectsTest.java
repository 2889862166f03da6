package org.gatehouse.web.console.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundSubjectsTest {

    @Test
    void makesABindingOfEachTickInOrder() {
        BoundSubjects subjects = new BoundSubjects();
        subjects.read(Map.of("bind.groups", new String[] {"g1"}, "bind.users", new String[] {"7"}, "bind.policies", new String[] {"p1"}));

        assertThat(subjects.bindings()).extracting(JsonObject::toString).containsExactly("{\"group\":\"g1\",\"order\":0}",
                "{\"user\":7,\"order\":10}", "{\"policy\":\"p1\",\"order\":20}");
        assertThat(subjects.isChosen("users", "7")).isTrue();
    }

    @Test
    void bindsNothingWhenNothingIsTicked() {
        BoundSubjects subjects = new BoundSubjects();
        subjects.read(Map.of());

        assertThat(subjects.bindings()).isEmpty();
    }

    @Test
    void leavesAKeyThatIsNoneToTheModel() {
        BoundSubjects subjects = new BoundSubjects();
        subjects.read(Map.of("bind.users", new String[] {"x'; --"}));

        assertThat(subjects.bindings().get(0).getString("user")).isEqualTo("x'; --");
    }
}
