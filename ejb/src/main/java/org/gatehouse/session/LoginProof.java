package org.gatehouse.session;

import java.util.List;

/**
 * What a login rests on.
 *
 * @param methods how the user authenticated, such as {@code password}
 * @param flow the slug of the flow that the user came through
 */
public record LoginProof(List<String> methods, String flow) {

    public LoginProof {
        methods = List.copyOf(methods);
    }
}
