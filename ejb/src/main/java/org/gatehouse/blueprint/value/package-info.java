/**
 * The values of a blueprint as they are written, tags included, and what each tag stands for. Start with
 * {@link org.gatehouse.blueprint.value.BlueprintValue}, the tree, and {@link org.gatehouse.blueprint.value.BlueprintScope}, which turns
 * it into JSON. A new tag is one class that implements {@link org.gatehouse.blueprint.value.BlueprintTag} and one name in
 * {@link org.gatehouse.blueprint.value.BlueprintTags}. Nothing here writes.
 */
package org.gatehouse.blueprint.value;
