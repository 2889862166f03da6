package org.gatehouse.flow;

import org.gatehouse.type.ConfigurableType;

/**
 * The behaviour of one type of stage. Beans are shared by all browsers: what a stage has to remember between {@code begin} and
 * {@code submit} goes into the plan ({@link FlowContext#plan()}).
 *
 * @param <S> its settings
 * @param <A> the record a browser answers with; {@link NoAnswer} for a stage that asks nothing
 */
public interface StageType<S extends Record, A extends Record> extends ConfigurableType<S> {

    /** Called when the browser reaches the stage, and again whenever it reloads. Must not have effects when it shows a challenge. */
    StageResult begin(FlowContext context, S settings);

    /**
     * Called with the browser's answer to the challenge of this stage; the answer has the right types, its constraint
     * annotations hold. An empty or foreign answer must never lead on.
     */
    default StageResult submit(FlowContext context, S settings, A answer) {
        return StageResult.invalid("non_field_errors", "This step takes no answer.");
    }
}
