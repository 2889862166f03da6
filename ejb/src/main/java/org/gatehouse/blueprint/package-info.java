/**
 * Blueprints: YAML documents that say which objects there should be. {@link org.gatehouse.blueprint.BlueprintReader} turns text
 * into a document whose values may be tagged ({@code !Find}, {@code !KeyOf} …), {@link org.gatehouse.blueprint.BlueprintApplier}
 * resolves the tags and writes through {@link org.gatehouse.type.ManagedModels}, in one transaction per document and without
 * touching what is already as it should be. {@link org.gatehouse.blueprint.DefaultBlueprints} applies those in the EAR.
 */
package org.gatehouse.blueprint;
