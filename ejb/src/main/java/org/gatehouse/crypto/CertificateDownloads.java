package org.gatehouse.crypto;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.crypto.CertificateKeyPairRepository;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;

/** Gives certificates and keys out to administrators. Whoever takes a key leaves an event. */
@Stateless
public class CertificateDownloads {

    @Inject
    private CertificateKeyPairRepository certificates;

    @Inject
    private SecretCipher cipher;

    @Inject
    private Permissions permissions;

    @Inject
    private Events events;

    /** The certificate in PEM. */
    public String certificate(Actor actor, String key) {
        permissions.require(actor, SpecialPermission.VIEW_CERTIFICATE, key);
        return find(key).getCertificate();
    }

    /** The private key in PEM; empty where only the certificate is known. */
    public String privateKey(Actor actor, String key) {
        permissions.require(actor, SpecialPermission.VIEW_CERTIFICATE_KEY, key);
        CertificateKeyPair pair = find(key);
        events.recordWithin(EventDraft.of(EventAction.SECRET_VIEW, "crypto", actor).with("secret", WireObject.empty()
                .put("app", "authentik_crypto").put("model_name", "certificatekeypair").put("pk", pair.getId())
                .put("name", pair.getName()).put("type", "private_key").build()));
        return pair.getPrivateKey() == null ? "" : cipher.open(pair.getPrivateKey());
    }

    private CertificateKeyPair find(String key) {
        return ObjectKey.uuid(key).flatMap(certificates::find)
                .orElseThrow(() -> new ObjectNotFound("No Certificate-Key Pair matches the given query."));
    }
}
