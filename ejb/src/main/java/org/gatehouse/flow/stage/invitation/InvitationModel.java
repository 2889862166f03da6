package org.gatehouse.flow.stage.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.UserWire;
import org.gatehouse.flow.FlowModel;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.model.invitation.Invitation;
import org.gatehouse.model.invitation.InvitationRepository;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.Moments;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.Ref;
import org.gatehouse.type.Slug;
import org.gatehouse.type.WireObject;

/** Invitations as administrators manage them. The id is the token of the link, so whoever may read an invitation can use it. */
@ApplicationScoped
public class InvitationModel extends EntityModel<Invitation, InvitationModel.Document> {

    /** The writable fields. */
    public record Document(
            @NotBlank @Slug @Size(max = 500) String name,
            String expires,
            @Default("{}") JsonObject fixedData,
            @Default("false") boolean singleUse,
            Ref<Flow> flow) {
    }

    @Inject
    private InvitationRepository invitations;

    @Inject
    private FlowRepository flows;

    @Inject
    private FlowModel flowModel;

    @Inject
    private UserRepository users;

    @Inject
    private Clock clock;

    public InvitationModel() {
        super(Document.class, InvitationRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_stages_invitation.invitation";
    }

    @Override
    public String path() {
        return "stages/invitation/invitations";
    }

    @Override
    protected InvitationRepository repository() {
        return invitations;
    }

    @Override
    protected Optional<Invitation> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(invitations::find);
    }

    @Override
    protected String keyOf(Invitation invitation) {
        return invitation.getId().toString();
    }

    @Override
    protected Document documentOf(Invitation invitation) {
        return new Document(invitation.getName(), invitation.getExpires() == null ? null : invitation.getExpires().toString(),
                invitation.getFixedData(), invitation.isSingleUse(), invitation.getFlowId() == null ? null : Ref.to(invitation.getFlowId()));
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<Invitation> page) {
        Map<UUID, JsonObject> flowForms = new HashMap<>();
        page.stream().map(Invitation::getFlowId).filter(Objects::nonNull).distinct()
                .forEach(id -> flows.find(id).flatMap(flow -> flowModel.read(actor, flow.getSlug())).ifPresent(form -> flowForms.put(id, form)));
        return page.stream().map(invitation -> WireObject.from(documentJson(invitation))
                .put("pk", invitation.getId())
                .put("created_by", invitation.getCreatedBy() == null ? null : UserWire.partial(invitation.getCreatedBy()))
                .put("flow_obj", flowForms.get(invitation.getFlowId()))
                .build()).toList();
    }

    @Override
    protected Invitation store(Actor actor, Optional<Invitation> existing, Document document, FieldProblems problems) {
        Optional<Instant> expires = Moments.read("expires", document.expires(), problems);
        if (document.fixedData().containsKey("password")) {
            // Whoever may read invitations would know it, and so would everybody who has the link.
            problems.add("fixed_data", "A password cannot be decided beforehand.");
        }
        if (document.flow() != null && flows.find(document.flow().id()).isEmpty()) {
            problems.add("flow", FieldProblems.missing(document.flow().id()));
        }
        problems.refuseIfAny();
        Invitation invitation = existing.orElseGet(() -> made(actor));
        invitation.setName(document.name());
        invitation.setExpires(expires.orElse(null));
        invitation.setFixedData(document.fixedData());
        invitation.setSingleUse(document.singleUse());
        invitation.setFlowId(document.flow() == null ? null : document.flow().id());
        return existing.isPresent() ? invitation : invitations.add(invitation);
    }

    private Invitation made(Actor actor) {
        Invitation invitation = new Invitation();
        invitation.setId(UUID.randomUUID());
        invitation.setCreated(clock.instant());
        Optional.ofNullable(actor.userId()).flatMap(users::find).ifPresent(invitation::setCreatedBy);
        return invitation;
    }
}
