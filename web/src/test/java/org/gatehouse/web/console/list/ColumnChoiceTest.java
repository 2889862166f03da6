package org.gatehouse.web.console.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gatehouse.web.console.Column;
import org.gatehouse.web.console.ConsoleSection;
import org.junit.jupiter.api.Test;

class ColumnChoiceTest {

    private static final ConsoleSection SECTION = new ConsoleSection("users", "authentik_core.user", Optional.empty(),
            List.of(Column.text("username"), Column.text("name"), Column.text("email")), true, "");

    @Test
    void showsTheColumnsOfTheListWhenNoneWereChosen() {
        assertThat(ColumnChoice.shown(SECTION, Optional.empty(), List.of())).isEqualTo(SECTION.columns());
    }

    @Test
    void keepsTheFirstColumnAsItLeadsToTheObject() {
        assertThat(ColumnChoice.shown(SECTION, Optional.empty(), List.of("email"))).extracting(Column::field).containsExactly("username", "email");
    }

    @Test
    void leavesOutWhatIsNoColumn() {
        assertThat(ColumnChoice.shown(SECTION, Optional.empty(), List.of("password", ""))).extracting(Column::field).containsExactly("username");
    }
}
