package org.gatehouse.provider.oauth2.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.provider.oauth2.protocol.RequestDelivery;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;

/**
 * The parameters that count, wherever they came from.
 *
 * @param delivery how they came
 * @param once what has to be used up when the request passes ({@link RequestResolution#use}); empty if nothing has
 */
public record ResolvedRequest(RequestParameters parameters, RequestDelivery delivery, Optional<SingleUse> once) {

    /** A request that uses nothing up. */
    public ResolvedRequest(RequestParameters parameters, RequestDelivery delivery) {
        this(parameters, delivery, Optional.empty());
    }


    /** The same with this value of a parameter. */
    public ResolvedRequest with(String name, String value) {
        Map<String, List<String>> all = new LinkedHashMap<>(parameters.all());
        all.put(name, List.of(value));
        return new ResolvedRequest(RequestParameters.of(all), delivery, once);
    }

    @Override
    public String toString() {
        return "ResolvedRequest[" + delivery + "]";
    }
}
