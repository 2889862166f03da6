package org.gatehouse.url;

import java.util.Optional;

/** Paths of this server that came in from outside ({@code ?next=}) and are about to be redirected to. */
public final class LocalRedirect {

    private static final int LONGEST = 4096;

    private LocalRedirect() {
    }

    /**
     * The path, if following it stays on this server: it starts with exactly one slash and holds no backslash and no control
     * character, which browsers would turn into a slash or leave out ({@code /\evil.example}, {@code /<tab>/evil.example}).
     */
    public static Optional<String> safe(String path) {
        boolean safe = path != null && path.length() <= LONGEST && path.startsWith("/") && !path.startsWith("//")
                && path.chars().noneMatch(c -> c <= 0x20 || c == '\\' || c >= 0x7f && c <= 0x9f);
        return safe ? Optional.of(path) : Optional.empty();
    }
}
