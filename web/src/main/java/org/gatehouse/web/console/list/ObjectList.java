package org.gatehouse.web.console.list;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.type.Model;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.web.console.Column;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.console.ConsoleSection;
import org.gatehouse.web.console.ConsoleSections;
import org.gatehouse.web.console.FieldLabels;
import org.gatehouse.web.page.PagePreferences;

/** One list of the console, {@code /if/admin/objects.xhtml?section=…[&search=…][&filter.<name>=…]}. */
@Named("list")
@ViewScoped
public class ObjectList implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String FILTER = "filter.";
    private static final Set<String> DONE = Set.of("saved", "deleted", "created");

    @Inject
    private ConsoleSections sections;

    @Inject
    private FieldLabels labels;

    @Inject
    private ConsoleObjects objects;

    @Inject
    private ListFilters filters;

    @Inject
    private PagePreferences preferences;

    private transient ConsoleSection section;
    private ObjectRows rows;
    private String search = "";
    private String done = "";
    private final Map<String, String> chosen = new LinkedHashMap<>();

    @PostConstruct
    void open() {
        ExternalContext request = FacesContext.getCurrentInstance().getExternalContext();
        String name = request.getRequestParameterMap().getOrDefault("section", "");
        ConsoleSection found = sections.find(name).orElseThrow(() -> new ObjectNotFound("The console has no list called " + name + "."));
        section = found.showing(ColumnChoice.shown(found, model(found), preferences.columns(name)));
        done = request.getRequestParameterMap().getOrDefault("done", "");
        search = request.getRequestParameterMap().getOrDefault("search", "");
        rows = new ObjectRows(section);
        apply();
    }

    private Optional<Model> model(ConsoleSection of) {
        return of.family().isPresent() ? Optional.empty() : objects.findModel(of.model());
    }

    /** Narrows the list down as the form says. */
    public void apply() {
        Map<String, String> posted = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        filters.of(section, chosen).forEach(filter -> chosen.put(filter.name(), posted.getOrDefault(FILTER + filter.name(), "").strip()));
        rows.search(search, chosen);
    }

    public ConsoleSection getSection() {
        return section;
    }

    public List<Column> getColumns() {
        return section.columns();
    }

    /** What else could be shown; the first column always is. */
    public List<Column> getOfferedColumns() {
        ConsoleSection all = sections.find(section.name()).orElse(section);
        return ColumnChoice.offered(all, model(all)).stream().skip(1).toList();
    }

    public boolean isShown(Column column) {
        return section.columns().contains(column);
    }

    public List<ListFilter> getFilters() {
        return filters.of(section, chosen);
    }

    public String heading(Column column) {
        return labels.column(section.model(), column);
    }

    /** Whether such objects can be made here. */
    public boolean isCreatable() {
        return objects.creates(section);
    }

    /** Whether the list is as it is because something was asked for. */
    public boolean isNarrowed() {
        return !search.isBlank() || chosen.values().stream().anyMatch(value -> !value.isEmpty());
    }

    public ObjectRows getRows() {
        return rows;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
        rows.search(search, chosen);
    }

    /** What was done just before this page, to say so: {@code saved}, {@code deleted}, {@code created}, or empty. */
    public String getDone() {
        return DONE.contains(done) ? done : "";
    }
}
