package org.gatehouse.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.expression.ExpressionScope;
import org.gatehouse.expression.ValueType;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.PropertyMapping;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;
import org.gatehouse.type.TypeDescriptor;
import org.junit.jupiter.api.Test;

class PropertyMappingsTest {

    private record Settings(String name) {
    }

    @ObjectType(family = Family.PROPERTY_MAPPING, name = "test", model = "a.b", component = "c")
    private static final class Mapping implements MappingType<Settings> {

        @Override
        public ExpressionScope scope() {
            return ExpressionScope.yielding(ValueType.ANY).with("x", ValueType.ANY);
        }

        @Override
        public Object evaluate(Settings settings, Map<String, Object> variables) {
            if (settings.name().equals("broken")) {
                throw new ExpressionFailed("It is broken.");
            }
            return settings.name().equals("text") ? "text" : Map.of(settings.name(), variables.get("x"));
        }
    }

    private final RecordedEvents events = new RecordedEvents();
    private final List<PropertyMapping> stored = new ArrayList<>();
    private final PropertyMappings mappings = new PropertyMappings(new ConfiguredObjectRepository() {
        @Override
        @SuppressWarnings("unchecked")
        public <T extends ConfiguredObject> List<T> findAll(Class<T> family, Collection<UUID> ids) {
            return (List<T>) stored;
        }
    }, new ConfiguredObjects() {
        @Override
        public TypeDescriptor<?> typeOf(ConfiguredObject object) {
            return new TypeDescriptor<>(Family.PROPERTY_MAPPING, "test", "test", "a.b", "c", false, Settings.class, List.of(),
                    new Mapping(), Mapping.class);
        }

        @Override
        public <S extends Record> S settings(ConfiguredObject object, Class<S> settingsType) {
            return settingsType.cast(new Settings(object.getName()));
        }
    }, events, Clock.systemUTC());

    @Test
    void findsMappingsInTheOrderAskedFor() {
        PropertyMapping one = row("one");
        PropertyMapping two = row("two");
        stored.addAll(List.of(one, two));

        assertThat(mappings.find(List.of(two.getId(), UUID.randomUUID(), one.getId()))).extracting(PreparedMapping::name).containsExactly("two", "one");
    }

    @Test
    void mergesWhatMappingsYield() {
        assertThat(mappings.merged(List.of(mapping("one"), mapping("two")), Map.of("x", 1L), Actor.anonymous()))
                .isEqualTo(Map.of("one", 1L, "two", 1L));
        assertThat(events.drafts()).isEmpty();
    }

    @Test
    void aFailureFailsTheWholeAndLeavesAnEvent() {
        List<PreparedMapping> some = List.of(mapping("one"), mapping("broken"));

        assertThatThrownBy(() -> mappings.merged(some, Map.of("x", 1L), Actor.anonymous()))
                .isInstanceOf(ExpressionFailed.class).hasMessage("It is broken.");

        assertThat(events.actions()).containsExactly(EventAction.PROPERTY_MAPPING_EXCEPTION);
        assertThat(events.drafts().get(0).context().getString("mapping")).isEqualTo("broken");
    }

    @Test
    void anUnexpectedErrorIsAFailureOfTheMapping() {
        assertThatThrownBy(() -> mappings.evaluate(mapping("one"), Map.of(), Actor.anonymous())).isInstanceOf(ExpressionFailed.class);

        assertThat(events.actions()).containsExactly(EventAction.PROPERTY_MAPPING_EXCEPTION);
    }

    @Test
    void refusesToMergeWhatIsNoMap() {
        assertThatThrownBy(() -> mappings.merged(List.of(mapping("text")), Map.of("x", 1L), Actor.anonymous()))
                .isInstanceOf(ExpressionFailed.class);
    }

    private PreparedMapping mapping(String name) {
        return mappings.prepare(row(name));
    }

    private static PropertyMapping row(String name) {
        PropertyMapping mapping = new PropertyMapping();
        mapping.setId(UUID.randomUUID());
        mapping.setName(name);
        mapping.setType("test");
        return mapping;
    }
}
