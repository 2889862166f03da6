package org.gatehouse.provider.oauth2.request;

import org.gatehouse.provider.oauth2.protocol.RequestDelivery;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;

/**
 * The parameters that count, wherever they came from.
 *
 * @param delivery how they came
 */
public record ResolvedRequest(RequestParameters parameters, RequestDelivery delivery) {

    @Override
    public String toString() {
        return "ResolvedRequest[" + delivery + "]";
    }
}
