package org.gatehouse.type;

import java.util.Map;
import org.gatehouse.access.ListScope;

/**
 * The part of a list that an actor who may not see all objects of the kind sees.
 *
 * @param granted what roles open one by one
 * @param own filters with one value each, all of which hold for what is the actor's own; empty when nothing is
 */
public record VisibleObjects(ListScope granted, Map<String, String> own) {
}
