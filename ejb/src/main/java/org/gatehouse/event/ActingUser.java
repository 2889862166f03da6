package org.gatehouse.event;

/**
 * Who acts in the name of somebody else in a request.
 *
 * @param id the user's number
 * @param username the user's name
 */
public record ActingUser(long id, String username) {
}
