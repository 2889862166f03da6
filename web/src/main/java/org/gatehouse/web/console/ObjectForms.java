package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.Model;

/** Builds the form of any model, with labels in the person's language and with the objects its references can point to. */
@RequestScoped
public class ObjectForms {

    @Inject
    private FieldLabels labels;

    @Inject
    private ReferenceOptions references;

    ObjectForm of(Model model, JsonObject document) {
        FormWords words = new FormWords((path, field) -> labels.field(model.name(), path, field), this::options);
        return ObjectForm.of(model.fields(), "", words, document);
    }

    private List<Option> options(FieldDescriptor field) {
        return ReferenceTarget.of(field).map(references::of).orElse(List.of());
    }
}
