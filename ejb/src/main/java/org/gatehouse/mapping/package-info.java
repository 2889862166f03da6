/**
 * Property mappings: expressions that yield data for a protocol (claims, attributes) or from a source.
 * {@link org.gatehouse.mapping.PropertyMappings} evaluates stored ones; {@link org.gatehouse.mapping.MappingType} is the
 * contract of a type, each in a package of its own below this one.
 */
package org.gatehouse.mapping;
