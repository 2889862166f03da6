/**
 * The stage that asks people for values, and the fields it asks for. Start with {@link org.gatehouse.flow.stage.prompt.PromptStage};
 * {@link org.gatehouse.flow.stage.prompt.AskedFields} works out what a field shows, {@link org.gatehouse.flow.stage.prompt.FieldValues}
 * what it accepts.
 *
 * <p>Invariant: nothing gets into a plan but values of the fields of this very stage, each of the type of its field; the value of a
 * read-only or hidden field is the installation's own, whatever the browser sends.
 */
package org.gatehouse.flow.stage.prompt;
