/**
 * The object-type mechanism. A type is one package with a settings record and a behaviour bean that carries
 * {@link org.gatehouse.type.ObjectType}; from the record alone come the stored form, validation, reference rows, REST
 * resource, console form, blueprint entry, audit diff and "used by".
 *
 * <p>Start with {@link org.gatehouse.type.TypeRegistry} and {@link org.gatehouse.type.ConfiguredObjects}, the one write
 * path behind console, API and blueprints. Invariant: nothing here knows any type by name.
 */
package org.gatehouse.type;
