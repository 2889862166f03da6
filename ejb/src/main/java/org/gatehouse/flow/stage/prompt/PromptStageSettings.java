package org.gatehouse.flow.stage.prompt;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.gatehouse.model.config.Policy;
import org.gatehouse.model.prompt.Prompt;
import org.gatehouse.type.Ref;

/**
 * The settings of a prompt stage.
 *
 * @param fields what is asked, in the order of the fields' own numbers
 * @param validationPolicies asked about the answers; all must pass
 */
public record PromptStageSettings(@NotEmpty List<Ref<Prompt>> fields, List<Ref<Policy>> validationPolicies) {
}
