package org.gatehouse.access;

import org.gatehouse.model.directory.User;

/**
 * Who asks for something: a user, nobody in particular, or the product itself.
 *
 * @param userId the user's number, or null
 * @param username the user's name, or null
 * @param superuser whether every management right is given
 * @param system whether the product itself acts (start-up, jobs, blueprints)
 */
public record Actor(Long userId, String username, boolean superuser, boolean system) {

    private static final Actor SYSTEM = new Actor(null, "system", true, true);
    private static final Actor ANONYMOUS = new Actor(null, null, false, false);

    /** The product itself. */
    public static Actor ofSystem() {
        return SYSTEM;
    }

    public static Actor anonymous() {
        return ANONYMOUS;
    }

    public static Actor of(User user, boolean superuser) {
        return new Actor(user.getId(), user.getUsername(), superuser, false);
    }

    public boolean isAuthenticated() {
        return userId != null || system;
    }

    /**
     * The number of the user who asks.
     *
     * @throws AccessDenied when it is nobody in particular, or the product itself
     */
    public long requireUserId() {
        if (userId == null) {
            throw new AccessDenied("Authentication credentials were not provided.");
        }
        return userId;
    }

    public boolean is(User user) {
        return userId != null && userId.equals(user.getId());
    }
}
