package org.gatehouse.access;

import java.util.Set;
import java.util.UUID;

/**
 * The objects that single grants open in a list.
 *
 * @param permissions numbers of the catalogue, one of which must be given
 * @param roles the roles that count
 */
public record ListScope(Set<Integer> permissions, Set<UUID> roles) {
}
