package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.gatehouse.directory.password.TooManyPasswordChecks;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.RecordCodec;
import org.gatehouse.type.TypeDescriptor;
import org.gatehouse.type.TypeRegistry;

/** Calls the behaviour of a planned stage with its settings and with the browser's answer in their right types. */
@ApplicationScoped
public class FlowStages {

    /** What a stage that was deleted under a running plan answers; leaving it out could let somebody in. */
    private static final String GONE = "This flow has been changed. Please start again.";

    /** Nobody's mistake: the same answer, sent again, may be taken. */
    private static final String BUSY = "The server is busy. Please try again in a moment.";

    @Inject
    private FlowCatalog catalog;

    @Inject
    private TypeRegistry types;

    @Inject
    private RecordCodec codec;

    @Inject
    private DocumentReader reader;

    /** A behaviour, its settings, and the class of its answers. */
    private record Bound(StageType<Record, Record> behaviour, Record settings, Class<? extends Record> answerType) {
    }

    StageResult begin(PlannedStage stage, FlowContext flow) {
        return bind(stage).map(bound -> bound.behaviour().begin(flow, bound.settings())).orElse(StageResult.deny(GONE));
    }

    /** Hands the answer over; an answer that does not fit the answer record is invalid and never reaches the stage. */
    StageResult submit(PlannedStage stage, FlowContext flow, JsonObject answer) {
        return bind(stage).map(bound -> submit(bound, flow, answer)).orElse(StageResult.deny(GONE));
    }

    private StageResult submit(Bound bound, FlowContext flow, JsonObject answer) {
        FieldProblems problems = new FieldProblems();
        Record decoded = reader.read(bound.answerType(), Json.createObjectBuilder(answer).remove("component").build(), problems);
        if (decoded == null || !problems.isEmpty()) {
            return new StageResult.Invalid(problems);
        }
        try {
            return bound.behaviour().submit(flow, bound.settings(), decoded);
        } catch (TooManyPasswordChecks busy) {
            return StageResult.invalid(FieldProblems.GENERAL, BUSY);
        }
    }

    private Optional<Bound> bind(PlannedStage stage) {
        Optional<JsonObject> settings = stage.stage().isEmpty() ? Optional.of(stage.settings())
                : catalog.stage(stage.stage().get()).map(StoredStage::settings);
        return settings.map(stored -> bind(types.get(Family.STAGE, stage.type()), stored));
    }

    @SuppressWarnings("unchecked")
    private Bound bind(TypeDescriptor<?> type, JsonObject stored) {
        return new Bound((StageType<Record, Record>) (StageType<?, ?>) type.behaviour(),
                codec.fromStored(type.settingsType(), stored), answerTypeOf(type.behaviourClass()));
    }

    /** The record that the class passes to {@link StageType} as its answer. */
    static Class<? extends Record> answerTypeOf(Class<?> behaviour) {
        for (Class<?> current = behaviour; current != null; current = current.getSuperclass()) {
            for (Type implemented : current.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType parameterized && parameterized.getRawType() == StageType.class) {
                    return ((Class<?>) parameterized.getActualTypeArguments()[1]).asSubclass(Record.class);
                }
            }
        }
        throw new IllegalStateException(behaviour.getName() + " does not name its answer record.");
    }
}
