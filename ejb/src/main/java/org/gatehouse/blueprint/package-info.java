/**
 * Blueprints: YAML files that say which objects there are to be. {@link org.gatehouse.blueprint.BlueprintReader} reads one into a
 * {@link org.gatehouse.blueprint.Blueprint}, {@link org.gatehouse.blueprint.BlueprintApplier} makes it true through the same
 * {@link org.gatehouse.type.ManagedModels} as API and console, all of it or nothing. Start with
 * {@link org.gatehouse.blueprint.DefaultBlueprints}, which does both at start for the files the product brings. Applying a blueprint
 * again changes nothing. {@link org.gatehouse.blueprint.ManagedBlueprints} is what administrators do with others. Tags are in {@code org.gatehouse.blueprint.value}.
 */
package org.gatehouse.blueprint;
