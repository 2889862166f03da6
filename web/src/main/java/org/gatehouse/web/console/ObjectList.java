package org.gatehouse.web.console;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.gatehouse.access.Permissions;
import org.gatehouse.type.Model.Operation;
import org.gatehouse.type.ObjectNotFound;

/** One list of the console, {@code /if/admin/objects.xhtml?section=…}. */
@Named("list")
@ViewScoped
public class ObjectList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ConsoleSections sections;

    @Inject
    private FieldLabels labels;

    @Inject
    private ConsoleObjects objects;

    private transient ConsoleSection section;
    private ObjectRows rows;
    private String search = "";
    private String done = "";

    @PostConstruct
    void open() {
        ExternalContext request = FacesContext.getCurrentInstance().getExternalContext();
        String name = request.getRequestParameterMap().getOrDefault("section", "");
        section = sections.find(name).orElseThrow(() -> new ObjectNotFound("The console has no list called " + name + "."));
        if (!objects.rights().sees(section)) {
            throw Permissions.refusal();
        }
        done = request.getRequestParameterMap().getOrDefault("done", "");
        rows = new ObjectRows(section);
    }

    public ConsoleSection getSection() {
        return section;
    }

    public List<Column> getColumns() {
        return section.columns();
    }

    public String heading(Column column) {
        return labels.column(section.model(), column);
    }

    /** Whether such objects can be made here. */
    public boolean isCreatable() {
        return section.creatable() && objects.rights().creates(section) && (section.family().isPresent() || objects.can(section.model(), Operation.CREATE));
    }

    public ObjectRows getRows() {
        return rows;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
        rows.search(search);
    }

    /** What was done just before this page, to say so: {@code saved}, {@code deleted}, or empty. */
    public String getDone() {
        return done.equals("saved") || done.equals("deleted") ? done : "";
    }
}
