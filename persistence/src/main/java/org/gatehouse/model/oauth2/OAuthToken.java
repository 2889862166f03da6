package org.gatehouse.model.oauth2;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** An access or refresh token as the database knows it: by digest, with its family (RFC 9700 section 4.14). */
@Entity
@Table(name = "oauth_token")
public class OAuthToken extends IssuedGrant {

    @Column(updatable = false)
    @Convert(converter = OAuthTokenKind.Stored.class)
    private OAuthTokenKind kind;

    private boolean revoked;

    @Column(updatable = false)
    private Instant began;

    public OAuthTokenKind getKind() {
        return kind;
    }

    public void setKind(OAuthTokenKind kind) {
        this.kind = kind;
    }

    public boolean isRevoked() {
        return revoked;
    }

    public void setRevoked(boolean revoked) {
        this.revoked = revoked;
    }

    /** When the first refresh token of the family was issued; null for tokens without one, and for those of earlier versions. */
    public Instant getBegan() {
        return began;
    }

    public void setBegan(Instant began) {
        this.began = began;
    }
}
