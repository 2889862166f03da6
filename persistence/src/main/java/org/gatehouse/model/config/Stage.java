package org.gatehouse.model.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A configured stage: one step of a flow.
 */
@Entity
@Table(name = "stage")
public class Stage extends ConfiguredObject {


}
