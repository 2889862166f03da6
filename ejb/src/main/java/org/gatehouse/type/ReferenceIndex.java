package org.gatehouse.type;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.ObjectReference;
import org.gatehouse.model.config.Policy;
import org.gatehouse.model.config.PropertyMapping;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.prompt.Prompt;

/** Mirrors the references inside a settings document into {@code object_reference}, where a foreign key guards each. */
@ApplicationScoped
public class ReferenceIndex {

    private static final Map<Class<?>, BiConsumer<ObjectReference, UUID>> TARGETS = Map.of(
            Flow.class, ObjectReference::setFlowId,
            Stage.class, ObjectReference::setStageId,
            Policy.class, ObjectReference::setPolicyId,
            PropertyMapping.class, ObjectReference::setPropertyMappingId,
            Provider.class, ObjectReference::setProviderId,
            CertificateKeyPair.class, ObjectReference::setCertificateId,
            Group.class, ObjectReference::setGroupId,
            Prompt.class, ObjectReference::setPromptId);

    @Inject
    private ConfiguredObjectRepository repository;

    /** Replaces the mirrored references of the object by those in {@code settings}. */
    public void replace(UUID ownerId, Family family, Record settings) {
        List<ObjectReference> references = new ArrayList<>();
        collect(settings, "", (field, reference) -> references.add(row(ownerId, family, field, reference)));
        repository.replaceReferences(ownerId, references);
    }

    private static ObjectReference row(UUID ownerId, Family family, FieldDescriptor field, Ref<?> reference) {
        ObjectReference row = new ObjectReference();
        row.setOwnerId(ownerId);
        row.setOwnerFamily(family.name().toLowerCase(java.util.Locale.ROOT));
        row.setField(field.wireName());
        BiConsumer<ObjectReference, UUID> target = TARGETS.get(field.valueType());
        if (target == null) {
            throw new IllegalStateException("References to " + field.valueType().getName() + " cannot be kept.");
        }
        target.accept(row, reference.id());
        return row;
    }

    static void collect(Record settings, String path, BiConsumer<FieldDescriptor, Ref<?>> found) {
        for (FieldDescriptor field : RecordDescriptor.fieldsOf(settings.getClass())) {
            Object value = field.valueIn(settings);
            Iterable<?> values = value instanceof Iterable<?> many ? many : value == null ? List.of() : List.of(value);
            for (Object element : values) {
                if (element instanceof Ref<?> reference) {
                    found.accept(field, reference);
                } else if (element instanceof Record nested && field.kind() == FieldKind.RECORD) {
                    collect(nested, path + field.wireName() + ".", found);
                }
            }
        }
    }
}
