package org.gatehouse.session;

import org.gatehouse.model.WireName;

/** What a login can be bound to: it ends when a request comes from where this is another. */
public enum BoundFact implements WireName {
    /** The number of the autonomous system the address is in; known only with a database. */
    ASN,
    /** The first 24 bits of an IPv4 address, the first 48 of an IPv6 address. */
    NETWORK,
    /** The address. */
    IP,
    /** Two letters; known only with a database, as the two below. */
    CONTINENT,
    COUNTRY,
    CITY
}
