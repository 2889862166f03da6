package org.gatehouse.web.console.page;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.List;
import org.gatehouse.blueprint.BlueprintOutcome;
import org.gatehouse.blueprint.EntryChange;
import org.gatehouse.blueprint.ManagedBlueprints;
import org.gatehouse.model.WireName;
import org.gatehouse.web.console.Cell;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.console.EventRow;

/** Shows what a blueprint would change and applies it, {@code /if/admin/blueprint.xhtml}. Only what was looked at can be applied. */
@Named("blueprintPage")
@ViewScoped
public class BlueprintPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "blueprint";
    private static final int LONGEST = 1_000_000;

    /** What becomes of one entry. */
    public record Entry(int line, String model, String name, String result, List<EventRow.Change> diff) {
    }

    @Inject
    private ManagedBlueprints blueprints;

    @Inject
    private ConsoleObjects objects;

    private String content = "";
    private transient List<Entry> entries = List.of();
    private String problem = "";
    private boolean previewed;
    private boolean applied;

    public void preview() {
        content = typed();
        applied = false;
        previewed = run(true);
    }

    /** Applies what was previewed; a text that was changed since is shown first. */
    public void apply() {
        if (!typed().equals(content)) {
            preview();
            return;
        }
        applied = run(false);
        previewed = false;
    }

    private boolean run(boolean rehearsal) {
        BlueprintOutcome outcome = content.length() > LONGEST ? new BlueprintOutcome(List.of(), "This is too long.")
                : blueprints.importText(objects.actor(), NAME, content, JsonValue.EMPTY_JSON_OBJECT, rehearsal);
        problem = outcome.problem();
        entries = outcome.changes().stream().map(BlueprintPage::entry).toList();
        return outcome.successful();
    }

    private static Entry entry(EntryChange change) {
        String name = change.identifiers().values().stream().findFirst().map(Cell::text).orElse("");
        return new Entry(change.line(), change.model(), name, ((WireName) change.result()).wireName(), EventRow.changes(change.diff()));
    }

    private static String typed() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().getOrDefault("content", "").replace("\r\n", "\n");
    }

    public String getContent() {
        return content;
    }

    public List<Entry> getEntries() {
        return entries;
    }

    public String getProblem() {
        return problem;
    }

    public boolean isPreviewed() {
        return previewed;
    }

    public boolean isApplied() {
        return applied;
    }
}
