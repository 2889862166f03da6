package org.gatehouse.model.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A configured policy: a yes or no, with messages.
 */
@Entity
@Table(name = "policy")
public class Policy extends ConfiguredObject {


}
