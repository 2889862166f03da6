package org.gatehouse.outgoing;

import java.util.List;

/** The client that calls other servers, allowed to call this machine. */
public final class LocalCalls {

    private LocalCalls() {
    }

    public static OutgoingHttp http() {
        return new OutgoingHttp(new AddressGuard(List.of("127.0.0.1")));
    }
}
