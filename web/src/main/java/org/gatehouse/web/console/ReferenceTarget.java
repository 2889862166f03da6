package org.gatehouse.web.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.prompt.Prompt;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.FieldKind;

/**
 * What a reference points to.
 *
 * @param family the family, when any type of it can be chosen
 * @param model the model otherwise
 */
record ReferenceTarget(Optional<Family> family, String model) {

    private static final String FLOW = "authentik_flows.flow";
    private static final String USER = "authentik_core.user";
    private static final String GROUP = "authentik_core.group";
    private static final String CERTIFICATE = "authentik_crypto.certificatekeypair";

    /** What bindings bind to. */
    static final List<ReferenceTarget> BOUND_TO = List.of(of(FLOW), of("authentik_core.application"), of("authentik_flows.flowstagebinding"),
            of("authentik_providers_oauth2.oauth2dynamicclientregistration"), of("authentik_events.notificationrule"));

    private static final Map<Class<?>, String> ENTITIES = Map.of(Flow.class, FLOW, Group.class, GROUP, CertificateKeyPair.class, CERTIFICATE,
            Prompt.class, "authentik_stages_prompt.prompt");

    /** Fields that are plain keys in their records, because what they point to has no {@code Ref}. */
    private static final Map<String, ReferenceTarget> BY_NAME = Map.ofEntries(
            Map.entry("user", of(USER)), Map.entry("users", of(USER)), Map.entry("groups", of(GROUP)), Map.entry("group", of(GROUP)),
            Map.entry("parents", of(GROUP)), Map.entry("provider", of(Family.PROVIDER)),
            Map.entry("backchannel_providers", of(Family.PROVIDER)), Map.entry("stage", of(Family.STAGE)),
            Map.entry("policy", of(Family.POLICY)), Map.entry("default_application", of("authentik_core.application")),
            Map.entry("transports", of("authentik_events.notificationtransport")),
            Map.entry("web_certificate", of(CERTIFICATE)), Map.entry("client_certificates", of(CERTIFICATE)));

    private static ReferenceTarget of(String model) {
        return new ReferenceTarget(Optional.empty(), model);
    }

    private static ReferenceTarget of(Family family) {
        return new ReferenceTarget(Optional.of(family), "");
    }

    /** What the field points to; empty when it is no reference that the console can offer choices for. */
    static Optional<ReferenceTarget> of(FieldDescriptor field) {
        if (field.isReference()) {
            for (Family family : Family.values()) {
                if (family.entity() == field.valueType()) {
                    return Optional.of(of(family));
                }
            }
            return Optional.ofNullable(ENTITIES.get(field.valueType())).map(ReferenceTarget::of);
        }
        return isKey(field) ? byName(field.wireName()) : Optional.empty();
    }

    /** A number or a UUID can be a key; a text called {@code group} is just a text. */
    private static boolean isKey(FieldDescriptor field) {
        return field.kind() == FieldKind.INTEGER || field.valueType() == java.util.UUID.class;
    }

    private static Optional<ReferenceTarget> byName(String name) {
        return name.startsWith("flow_") ? Optional.of(of(FLOW)) : Optional.ofNullable(BY_NAME.get(name));
    }
}
