package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.junit.jupiter.api.Test;

class RecordDescriptorTest {

    record Inner(@NotBlank String city) {
    }

    record Sample(
            @NotBlank @Size(max = 9) @LookupKey String clientId,
            @NotNull @Default("3") Integer retries,
            @Section("flows") Ref<Flow> authenticationFlow,
            List<Ref<Flow>> flows,
            @NotNull FlowDesignation designation,
            Set<FlowDesignation> designations,
            @Expression String expression,
            @Multiline String text,
            Secret clientSecret,
            List<Inner> inners) {
    }

    @Test
    void namesFieldsAsOnTheWire() {
        assertThat(RecordDescriptor.fieldsOf(Sample.class)).extracting(FieldDescriptor::wireName).containsExactly("client_id", "retries",
                "authentication_flow", "flows", "designation", "designations", "expression", "text", "client_secret", "inners");
    }

    @Test
    void findsTheKindOfEachField() {
        assertThat(RecordDescriptor.fieldsOf(Sample.class)).extracting(FieldDescriptor::kind).containsExactly(FieldKind.TEXT,
                FieldKind.INTEGER, FieldKind.REFERENCE, FieldKind.REFERENCE, FieldKind.CHOICE, FieldKind.CHOICE, FieldKind.EXPRESSION,
                FieldKind.MULTILINE, FieldKind.SECRET, FieldKind.RECORD);
    }

    @Test
    void readsConstraintsAndAnnotations() {
        FieldDescriptor clientId = field("client_id");

        assertThat(clientId.required()).isTrue();
        assertThat(clientId.lookupKey()).isTrue();
        assertThat(clientId.maxLength()).isEqualTo(9);
        assertThat(field("authentication_flow").section()).isEqualTo("flows");
        assertThat(field("text").maxLength()).isEqualTo(-1);
    }

    @Test
    void aDefaultMakesAFieldOptional() {
        assertThat(field("retries").required()).isFalse();
        assertThat(field("retries").defaultValue()).isEqualTo(Json.createValue(3));
        assertThat(field("inners").defaultValue()).isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
        assertThat(field("designation").required()).isTrue();
    }

    @Test
    void looksIntoListsReferencesAndNestedRecords() {
        assertThat(field("flows").list()).isTrue();
        assertThat(field("flows").valueType()).isEqualTo(Flow.class);
        assertThat(field("inners").fields()).extracting(FieldDescriptor::wireName).containsExactly("city");
        assertThat(field("designation").choices()).contains("authentication", "stage_configuration");
    }

    @Test
    void refusesAKindItDoesNotKnowNamingTheComponent() {
        record Strange(Thread worker) {
        }

        assertThatThrownBy(() -> RecordDescriptor.fieldsOf(Strange.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("worker").hasMessageContaining("Strange");
    }

    private static FieldDescriptor field(String wireName) {
        return RecordDescriptor.fieldsOf(Sample.class).stream().filter(field -> field.wireName().equals(wireName)).findFirst().orElseThrow();
    }
}
