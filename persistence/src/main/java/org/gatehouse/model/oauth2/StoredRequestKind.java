package org.gatehouse.model.oauth2;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** What an authorization request is kept for. A handle of one kind never opens a request of the other. */
public enum StoredRequestKind implements WireName {
    /** The client has pushed it and will send a browser (RFC 9126). */
    PUSHED,
    /** A browser is on its way through a login and comes back to it. */
    CONTINUED;

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<StoredRequestKind> implements AttributeConverter<StoredRequestKind, String> {

        public Stored() {
            super(StoredRequestKind.class);
        }
    }
}
