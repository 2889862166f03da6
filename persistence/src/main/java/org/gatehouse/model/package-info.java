/**
 * What Gatehouse remembers: entities by subject, with the converters they share. Entities keep their own invariants and
 * decide nothing else. Start with {@link org.gatehouse.model.config.ConfiguredObject} and
 * {@link org.gatehouse.model.directory.User}.
 */
package org.gatehouse.model;
