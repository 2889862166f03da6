/**
 * Property mappings: expressions that yield data for a protocol (claims, attributes) or from a source.
 * {@link org.gatehouse.mapping.MappingType} is the contract of a type.
 */
package org.gatehouse.mapping;
