package org.gatehouse.expression;

import java.util.Map;

/**
 * The {@code geo} variable of expressions, where the installation has data on addresses; the part of the product that reads such data
 * brings the one implementation, as a bean. Without it the variable is an empty map.
 */
public interface PlaceVariables {

    /**
     * What is known of an address: {@code continent} and {@code country} (two letters), {@code city}, {@code lat} and {@code long}
     * (degrees), {@code asn} (a number), {@code as_org}; what is not known is left out.
     */
    Map<String, Object> of(String clientIp);
}
