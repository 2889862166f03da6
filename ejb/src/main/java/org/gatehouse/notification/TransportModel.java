package org.gatehouse.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.mail.MailTemplates;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.PropertyMapping;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.crypto.CertificateKeyPairRepository;
import org.gatehouse.model.notification.NotificationRuleRepository;
import org.gatehouse.model.notification.NotificationTransport;
import org.gatehouse.model.notification.NotificationTransportRepository;
import org.gatehouse.model.notification.TransportMode;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.Ref;
import org.gatehouse.type.UsedBy;
import org.gatehouse.type.WireObject;
import org.gatehouse.url.StrictUrl;

/** The ways to tell people, as administrators manage them. */
@ApplicationScoped
public class TransportModel extends EntityModel<NotificationTransport, TransportModel.Document> {

    /** The model's name. */
    public static final String NAME = "authentik_events.notificationtransport";

    static final String TEMPLATE = "email/event_notification.html";

    /** The writable fields. */
    public record Document(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Default("local") TransportMode mode,
            @Default("") @Size(max = 2048) String webhookUrl,
            Ref<CertificateKeyPair> webhookCa,
            Ref<PropertyMapping> webhookMappingBody,
            Ref<PropertyMapping> webhookMappingHeaders,
            @Default("Gatehouse: ") @Size(max = 200) String emailSubjectPrefix,
            @NotBlank @Default(TEMPLATE) @Size(max = 200) String emailTemplate,
            @Default("false") boolean sendOnce) {
    }

    @Inject
    private NotificationTransportRepository transports;

    @Inject
    private NotificationRuleRepository rules;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private CertificateKeyPairRepository certificates;

    @Inject
    private MailTemplates templates;

    public TransportModel() {
        super(Document.class, NotificationTransportRepository.COLUMNS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String path() {
        return "events/transports";
    }

    @Override
    protected NotificationTransportRepository repository() {
        return transports;
    }

    @Override
    protected Optional<NotificationTransport> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(transports::find);
    }

    @Override
    protected String keyOf(NotificationTransport transport) {
        return transport.getId().toString();
    }

    @Override
    protected Document documentOf(NotificationTransport transport) {
        return new Document(transport.getName(), transport.getMode(), transport.getWebhookUrl(), ref(transport.getWebhookCaId()),
                ref(transport.getBodyMappingId()), ref(transport.getHeadersMappingId()), transport.getEmailSubjectPrefix(),
                transport.getEmailTemplate(), transport.isSendOnce());
    }

    private static <T> Ref<T> ref(UUID id) {
        return id == null ? null : Ref.to(id);
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<NotificationTransport> page) {
        return page.stream().map(transport -> WireObject.from(documentJson(transport)).put("pk", transport.getId())
                .put("mode_verbose", verbose(transport.getMode())).build()).toList();
    }

    private static String verbose(TransportMode mode) {
        return switch (mode) {
            case LOCAL -> "Gatehouse's own notifications";
            case WEBHOOK -> "Webhook";
            case WEBHOOK_SLACK -> "Webhook (Slack or Discord)";
            case EMAIL -> "E-mail";
        };
    }

    @Override
    protected NotificationTransport store(Actor actor, Optional<NotificationTransport> existing, Document document, FieldProblems problems) {
        NotificationTransport transport = existing.orElseGet(TransportModel::made);
        check(document, transport, problems);
        problems.refuseIfAny();
        transport.setName(document.name().strip());
        transport.setMode(document.mode());
        transport.setWebhookUrl(document.webhookUrl().strip());
        transport.setWebhookCaId(idOf(document.webhookCa()));
        transport.setBodyMappingId(idOf(document.webhookMappingBody()));
        transport.setHeadersMappingId(idOf(document.webhookMappingHeaders()));
        transport.setEmailSubjectPrefix(document.emailSubjectPrefix());
        transport.setEmailTemplate(document.emailTemplate());
        transport.setSendOnce(document.sendOnce());
        return existing.isPresent() ? transport : transports.add(transport);
    }

    private void check(Document document, NotificationTransport transport, FieldProblems problems) {
        transports.findByName(document.name().strip()).filter(other -> !other.getId().equals(transport.getId()))
                .ifPresent(other -> problems.add("name", "A transport with this name exists already."));
        if (document.mode().isWebhook() && StrictUrl.parse(document.webhookUrl().strip()).filter(StrictUrl::isWeb)
                .filter(url -> !url.hasFragment()).isEmpty()) {
            problems.add("webhook_url", "Enter a valid URL that begins with http:// or https://.");
        }
        if (document.mode() == TransportMode.EMAIL && !templates.exists(document.emailTemplate())) {
            problems.add("email_template", "There is no template of this name.");
        }
        requireMapping("webhook_mapping_body", document.webhookMappingBody(), problems);
        requireMapping("webhook_mapping_headers", document.webhookMappingHeaders(), problems);
        if (document.webhookCa() != null && certificates.find(document.webhookCa().id()).isEmpty()) {
            problems.add("webhook_ca", FieldProblems.missing(document.webhookCa().id()));
        }
    }

    private void requireMapping(String field, Ref<PropertyMapping> mapping, FieldProblems problems) {
        if (mapping != null && objects.find(PropertyMapping.class, mapping.id()).filter(found -> found.getType().equals("notification")).isEmpty()) {
            problems.add(field, FieldProblems.missing(mapping.id()));
        }
    }

    private static UUID idOf(Ref<?> reference) {
        return reference == null ? null : reference.id();
    }

    private static NotificationTransport made() {
        NotificationTransport transport = new NotificationTransport();
        transport.setId(UUID.randomUUID());
        return transport;
    }

    @Override
    public List<UsedBy> usedBy(String key) {
        return ObjectKey.uuid(key).map(rules::findUsing).orElse(List.of()).stream()
                .map(rule -> UsedBy.of(RuleModel.NAME, rule.getId().toString(), rule.getName(), "left_dangling")).toList();
    }

}
