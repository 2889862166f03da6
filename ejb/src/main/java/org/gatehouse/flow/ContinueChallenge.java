package org.gatehouse.flow;

/**
 * The contract's {@code DummyChallenge}: something to say yes to. The answer has no fields.
 *
 * @param name what happens next, for clients that show it
 */
public record ContinueChallenge(String name) implements Challenge {

    @Override
    public String component() {
        return "ak-stage-dummy";
    }
}
