package org.gatehouse.crypto;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.type.Default;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.WireObject;

/** Makes a key pair with a self-signed certificate on an administrator's order. */
@Stateless
public class CertificateGeneration {

    private static final Map<String, KeyKind> KINDS = Map.of("rsa", KeyKind.RSA_2048, "ecdsa", KeyKind.EC_P256,
            "ed25519", KeyKind.ED25519, "ed448", KeyKind.ED448);

    /** What is asked for; the common name is also the name of the pair. */
    record Order(
            @NotBlank @Size(max = 64) String commonName,
            @Default("") @Size(max = 5000) String subjectAltName,
            @NotNull @Min(1) @Max(36500) Integer validityDays,
            @Default("rsa") String alg) {
    }

    @Inject
    private Permissions permissions;

    @Inject
    private DocumentReader reader;

    @Inject
    private CertificateIssuer issuer;

    @Inject
    private ManagedModels models;

    @Inject
    private CertificateModel model;

    /**
     * Makes and stores the pair.
     *
     * @return its wire form
     */
    public JsonObject generate(Actor actor, JsonObject body) {
        permissions.require(actor, Permission.add("authentik_crypto.certificatekeypair"));
        Order order = reader.read(Order.class, body);
        KeyKind kind = KINDS.get(order.alg());
        if (kind == null) {
            throw new InvalidInput("alg", "\"" + order.alg() + "\" is not a valid choice.");
        }
        List<String> names = Arrays.stream(order.subjectAltName().split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        IssuedCertificate issued = issue(new CertificateOrder(order.commonName(), names, Duration.ofDays(order.validityDays()), kind));
        String key = models.create(actor, model, WireObject.empty().put("name", order.commonName())
                .put("certificate_data", Pem.write(issued.certificate())).put("key_data", Pem.write(issued.privateKey())).build());
        return models.read(actor, model, key);
    }

    private IssuedCertificate issue(CertificateOrder order) {
        try {
            return issuer.selfSigned(order);
        } catch (IllegalArgumentException impossible) {
            throw new InvalidInput("subject_alt_name", "Enter valid host names.");
        }
    }
}
