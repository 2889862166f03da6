package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.Model;

/** Builds the form of any model, with labels in the person's language and with the objects its references can point to. */
@RequestScoped
public class ObjectForms {

    private static final Set<String> BINDINGS = Set.of("authentik_flows.flowstagebinding", "authentik_policies.policybinding");

    @Inject
    private FieldLabels labels;

    @Inject
    private ReferenceOptions references;

    public ObjectForm of(Model model, JsonObject document) {
        FormWords words = new FormWords((path, field) -> labels.field(model.name(), path, field),
                field -> options(model, field), this::list, this::named);
        return ObjectForm.of(model.fields(), "", words, document);
    }

    private String list(FieldDescriptor field) {
        return ReferenceTarget.of(field).map(references::list).orElse("");
    }

    private Option named(FieldDescriptor field, String key) {
        return ReferenceTarget.of(field).flatMap(target -> references.named(target, key)).orElse(new Option(key, key));
    }

    private List<Option> options(Model model, FieldDescriptor field) {
        if (field.wireName().equals("target") && BINDINGS.contains(model.name())) {
            return references.targets();
        }
        return ReferenceTarget.of(field).map(references::of).orElse(List.of());
    }
}
