/**
 * Questions whose fields are data. {@link org.gatehouse.flow.prompt.PromptChallenge} is what a browser is shown, by the prompt stage
 * and by whoever else asks in this form; {@link org.gatehouse.flow.prompt.PromptData} is where the answers are for later stages.
 * Invariant: a password is in a plan only sealed, and what was fixed beforehand (by an invitation) cannot be answered differently.
 */
package org.gatehouse.flow.prompt;
