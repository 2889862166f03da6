package org.gatehouse.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.gatehouse.type.RecordDescriptor;
import org.junit.jupiter.api.Test;

class EditConflictTest {

    record Document(String name, String note) {
    }

    @Test
    void seesNothingWhenNobodyElseHasChangedAnything() {
        JsonObject stored = document("Wiki", "old");

        assertThat(EditConflict.between(RecordDescriptor.fieldsOf(Document.class), stored, stored, document("Wiki", "mine"))).isEmpty();
    }

    @Test
    void showsBothVersionsOfWhatSomebodyElseHasChanged() {
        assertThat(EditConflict.between(RecordDescriptor.fieldsOf(Document.class), document("Wiki", "old"), document("Wiki", "theirs"),
                document("Wiki", "mine"))).containsExactly(new EditConflict.Field("note", "theirs", "mine"));
    }

    @Test
    void doesNotMindWhatCannotBeWritten() {
        JsonObject used = Json.createObjectBuilder(document("Wiki", "old")).add("last_used", "now").build();

        assertThat(EditConflict.between(RecordDescriptor.fieldsOf(Document.class), document("Wiki", "old"), used, document("Wiki", "mine"))).isEmpty();
    }

    private static JsonObject document(String name, String note) {
        return Json.createObjectBuilder().add("name", name).add("note", note).build();
    }
}
