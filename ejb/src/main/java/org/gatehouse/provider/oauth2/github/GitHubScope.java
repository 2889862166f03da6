package org.gatehouse.provider.oauth2.github;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the scopes of GitHub's OAuth applications open here; a wider one opens what a narrower one does. */
enum GitHubScope {
    /** The user's name and e-mail address. */
    PROFILE("user", "read:user"),
    /** The user's e-mail address. */
    EMAIL("user", "user:email"),
    /** The groups the user is in. */
    ORGANIZATION("read:org", "write:org", "admin:org");

    private final Set<String> names;

    GitHubScope(String... names) {
        this.names = Set.of(names);
    }

    /** Whether one of these scopes was granted. */
    boolean isIn(List<String> granted) {
        return granted.stream().anyMatch(names::contains);
    }

    /** Whether any of GitHub's scopes was granted. */
    static boolean anyIn(List<String> granted) {
        return Stream.of(values()).anyMatch(scope -> scope.isIn(granted));
    }
}
