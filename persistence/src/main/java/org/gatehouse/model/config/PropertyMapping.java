package org.gatehouse.model.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A configured property mapping: an expression that yields data for a protocol or from a source.
 */
@Entity
@Table(name = "property_mapping")
public class PropertyMapping extends ConfiguredObject {


}
