package org.gatehouse.model.oauth2;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A code handed to the browser and redeemed once at the token endpoint (RFC 6749 section 4.1.2). */
@Entity
@Table(name = "authorization_code")
public class AuthorizationCode extends IssuedGrant {
}
