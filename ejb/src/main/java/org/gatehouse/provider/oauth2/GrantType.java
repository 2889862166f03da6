package org.gatehouse.provider.oauth2;

import org.gatehouse.model.WireName;
import org.gatehouse.provider.oauth2.protocol.ResponseType;

/** The grants a client can be allowed to use, by their names in {@code grant_type} where they have one there. */
public enum GrantType implements WireName {
    AUTHORIZATION_CODE("authorization_code"),
    IMPLICIT("implicit"),
    HYBRID("hybrid"),
    REFRESH_TOKEN("refresh_token"),
    CLIENT_CREDENTIALS("client_credentials"),
    PASSWORD("password"),
    DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code"),
    TOKEN_EXCHANGE("urn:ietf:params:oauth:grant-type:token-exchange");

    private final String wireName;

    GrantType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** The grant that an answer of this type belongs to. */
    public static GrantType of(ResponseType type) {
        return type == ResponseType.CODE ? AUTHORIZATION_CODE : type.hasCode() ? HYBRID : IMPLICIT;
    }
}
