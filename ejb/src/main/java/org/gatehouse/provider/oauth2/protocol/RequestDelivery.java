package org.gatehouse.provider.oauth2.protocol;

/**
 * How an authorization request has reached us.
 *
 * @param pushed whether the client itself has handed it in (RFC 9126)
 * @param signed whether it is what the client has signed (RFC 9101)
 * @param direct whether its parameters were all in the address that the browser came with, which can be sent again as it is
 */
public record RequestDelivery(boolean pushed, boolean signed, boolean direct) {

    /** The browser brought it, as anybody could have written it. */
    public static final RequestDelivery DIRECT = new RequestDelivery(false, false, true);
}
