/**
 * The fields that prompt stages ask for. What a field means when a flow runs is {@code org.gatehouse.flow.prompt}.
 */
package org.gatehouse.model.prompt;
