package org.gatehouse.flow.stage.mtls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.gatehouse.crypto.Fingerprint;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.flow.stage.mtls.MutualTlsSettings.Mode;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/**
 * Recognises people by the certificate that their browser presents to the server, or to the proxy in front of it. In an enrollment the
 * certificate is only noted, for later stages to make an account of.
 */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "mtls", model = "authentik_stages_mtls.mutualtlsstage", component = "ak-stage-mtls-form")
public class MutualTlsStage implements StageType<MutualTlsSettings, NoAnswer> {

    /** What the certificate says, for policies and prompts. */
    static final ContextKey<JsonObject> CERTIFICATE = ContextKey.object("certificate");

    private static final String METHOD = "mtls";

    @Inject
    private RequestOrigin origin;

    @Inject
    private TrustedAuthorities authorities;

    @Inject
    private UserRepository users;

    @Inject
    private Events events;

    @Override
    public StageResult begin(FlowContext flow, MutualTlsSettings settings) {
        Optional<X509Certificate> certificate = origin.clientCertificate();
        if (certificate.isEmpty()) {
            return without(flow, settings, "no certificate was presented");
        }
        if (!authorities.vouchFor(certificate.get(), settings)) {
            return without(flow, settings, "the certificate is of no trusted authority, has expired, or is not for clients");
        }
        return recognise(flow, settings, certificate.get());
    }

    private StageResult recognise(FlowContext flow, MutualTlsSettings settings, X509Certificate certificate) {
        flow.plan().put(CERTIFICATE, describe(certificate));
        if (flow.designation() == FlowDesignation.ENROLLMENT) {
            return StageResult.next();
        }
        Optional<String> name = settings.certAttribute().of(certificate);
        Optional<User> user = name.flatMap(found -> find(found, settings));
        if (user.isEmpty()) {
            return without(flow, settings, "no account fits the certificate");
        }
        Optional<Long> pending = flow.plan().get(ContextKeys.PENDING_USER);
        if (pending.isPresent() && !pending.get().equals(user.get().getId())) {
            return without(flow, settings, "the certificate is somebody else's");
        }
        flow.plan().put(ContextKeys.PENDING_USER, user.get().getId());
        flow.plan().put(ContextKeys.PENDING_USER_IDENTIFIER, name.get());
        flow.plan().put(ContextKeys.AUTH_METHOD, METHOD);
        flow.authenticated();
        return StageResult.next();
    }

    private Optional<User> find(String name, MutualTlsSettings settings) {
        return switch (settings.userAttribute()) {
            case USERNAME -> users.findByUsername(name);
            case EMAIL -> Optional.of(users.findByEmail(name)).filter(found -> found.size() == 1).map(found -> found.get(0));
        };
    }

    private StageResult without(FlowContext flow, MutualTlsSettings settings, String reason) {
        if (settings.mode() == Mode.OPTIONAL) {
            return StageResult.next();
        }
        events.recordWithin(EventDraft.of(EventAction.LOGIN_FAILED, "stages.mtls", flow.actor())
                .with("username", flow.plan().get(ContextKeys.PENDING_USER_IDENTIFIER).orElse("")).with("reason", reason));
        return StageResult.deny("");
    }

    private static JsonObject describe(X509Certificate certificate) {
        return Json.createObjectBuilder()
                .add("serial_number", certificate.getSerialNumber().toString())
                .add("subject", certificate.getSubjectX500Principal().getName(X500Principal.RFC2253))
                .add("issuer", certificate.getIssuerX500Principal().getName(X500Principal.RFC2253))
                .add("common_name", CertificateAttribute.COMMON_NAME.of(certificate).orElse(""))
                .add("email", CertificateAttribute.EMAIL.of(certificate).orElse(""))
                .add("fingerprint_sha256", Fingerprint.sha256(certificate))
                .build();
    }
}
