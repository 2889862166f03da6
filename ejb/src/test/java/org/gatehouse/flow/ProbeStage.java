package org.gatehouse.flow;

import jakarta.validation.constraints.NotBlank;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** A stage that a test looks into. */
@ObjectType(family = Family.STAGE, name = "probe", model = "test.probe", component = "test", internal = true)
public class ProbeStage implements StageType<ProbeStage.Settings, ProbeStage.Answer> {

    public record Settings() {
    }

    public record Answer(@NotBlank String word) {
    }

    public record Ask() implements Challenge {

        @Override
        public String component() {
            return "test-probe";
        }
    }

    public final AtomicInteger begun = new AtomicInteger();
    public final AtomicInteger submitted = new AtomicInteger();
    public Function<FlowContext, StageResult> onBegin = flow -> StageResult.show(new Ask());
    public Function<FlowContext, StageResult> onSubmit = flow -> StageResult.next();

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        begun.incrementAndGet();
        return onBegin.apply(flow);
    }

    @Override
    public StageResult submit(FlowContext flow, Settings settings, Answer answer) {
        submitted.incrementAndGet();
        return onSubmit.apply(flow);
    }
}
