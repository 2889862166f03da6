package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.TypeDescriptor;

/** The types of a family to choose from, {@code /if/admin/types.xhtml?section=…}. */
@Named("typeChoice")
@RequestScoped
public class TypeChoice {

    /** A type with its words. */
    public record Choice(String name, String description, String href) {
    }

    @Inject
    private ConsoleObjects objects;

    @Inject
    private ConsoleSections sections;

    @Inject
    private FieldLabels labels;

    @Inject
    private HttpServletRequest request;

    public ConsoleSection getSection() {
        String name = request.getParameter("section");
        return sections.find(name == null ? "" : name).filter(section -> section.family().isPresent())
                .orElseThrow(() -> new ObjectNotFound("The console has no types called " + name + "."));
    }

    public List<Choice> getChoices() {
        return objects.types().types(getSection().family().orElseThrow()).stream().map(this::choice)
                .sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    private Choice choice(TypeDescriptor<?> type) {
        return new Choice(labels.typeName(type), labels.typeDescription(type), "/if/admin/object.xhtml?model=" + type.model());
    }
}
