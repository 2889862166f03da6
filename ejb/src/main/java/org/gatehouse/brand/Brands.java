package org.gatehouse.brand;

import jakarta.ejb.Stateless;
import org.gatehouse.model.brand.Brand;

/** Finds the brand of a request. */
@Stateless
public class Brands {

    /** The brand for a host name: the one of the longest matching domain, else the default. */
    public Brand current(String host) {
        throw new UnsupportedOperationException();
    }
}
