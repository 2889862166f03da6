package org.gatehouse.type;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.ReferenceRepository;
import org.gatehouse.model.config.ReferenceRepository.Use;

/** Answers both questions about references: does what a document points to exist, and who points to an object. */
@ApplicationScoped
public class ReferenceLookup {

    @Inject
    private ReferenceRepository uses;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private TypeRegistry types;

    /**
     * Refuses references to things that do not exist, naming the field.
     *
     * @throws InvalidInput when a target is missing
     */
    public void requireTargets(Record settings) {
        FieldProblems problems = new FieldProblems();
        ReferenceIndex.collect(settings, "", (field, reference) -> {
            if (!uses.exists(field.valueType(), reference.id())) {
                problems.add(field.wireName(), "Invalid pk \"" + reference.id() + "\" - object does not exist.");
            }
        });
        problems.refuseIfAny();
    }

    /** What refers to an object of a family: settings of other objects, stage and policy bindings, applications. */
    public List<UsedBy> usedBy(Family family, UUID id) {
        return describe(uses.of(family.entity(), id));
    }

    /** What refers to any other referable thing (flow, certificate, group). */
    public List<UsedBy> usedBy(Class<?> entity, UUID id) {
        return describe(uses.of(entity, id));
    }

    private List<UsedBy> describe(List<Use> found) {
        List<UsedBy> described = new ArrayList<>();
        for (Use use : found) {
            described.add(use.family().isEmpty() ? UsedBy.of(use.model(), use.key(), use.name(), "left_dangling") : ofObject(use));
        }
        return described;
    }

    private UsedBy ofObject(Use use) {
        Family family = Family.valueOf(use.family().toUpperCase(Locale.ROOT));
        ConfiguredObject owner = objects.find(family.entity(), UUID.fromString(use.key())).orElseThrow();
        return UsedBy.of(types.get(family, owner.getType()).model(), ConfiguredObjects.keyOf(owner), owner.getName(), "left_dangling");
    }
}
