package org.gatehouse.type;

import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.model.config.ConfiguredObject;

/**
 * What the wire form of a family's objects shows beyond name and settings, such as the flows a stage is bound to. Each bean
 * adds fields of its own and is asked for a whole page at once, so that a list costs a fixed number of queries.
 */
public interface WireExtras {

    Family family();

    /** The extra fields by object id; an object without an entry gets none. */
    Map<UUID, JsonObject> of(Collection<? extends ConfiguredObject> objects);
}
