package org.gatehouse.directory.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;

/**
 * Makes accounts from a CSV file. The first line names the columns ({@link ImportHeader}); each further line is one account. Groups are
 * given by name with {@code |} between them, password hashes in any format that logins are checked against. Everything that is wrong is
 * reported by line and column; then either the other lines are stored or nothing, as the caller chooses.
 */
@ApplicationScoped
public class UserImport {

    private static final long LONGEST_FILE = 256L * 1024 * 1024;

    @Inject
    private Permissions permissions;

    @Inject
    private ImportCheck check;

    @Inject
    private ImportStore store;

    @Inject
    private Events events;

    /**
     * Imports a file.
     *
     * @param csv UTF-8, at most 256 MB; read to its end, not closed
     * @throws org.gatehouse.access.AccessDenied when the actor may not add users
     * @throws org.gatehouse.type.InvalidInput when the file is too long
     * @throws UncheckedIOException when the stream breaks off; nothing is stored then
     */
    public ImportReport run(Actor actor, InputStream csv, ImportOptions options) {
        permissions.require(actor, Permission.add("authentik_core.user"));
        try (ImportFile file = ImportFile.of(csv, LONGEST_FILE)) {
            ImportReport.Draft draft = new ImportReport.Draft();
            ImportCheck.Result checked = check.read(actor, file, draft);
            boolean stores = !checked.broken() && (draft.isClean() || options.mode() == ImportOptions.Mode.REST);
            if (options.dryRun() || !stores) {
                return draft.finish(options.dryRun(), checked.lines(), stores ? checked.good() : 0);
            }
            ImportReport.Draft stored = new ImportReport.Draft();
            int created = options.mode() == ImportOptions.Mode.REST ? store.storeRest(actor, file, stored) : store.storeAll(actor, file, stored);
            return noted(actor, stored.finish(false, checked.lines(), created));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private ImportReport noted(Actor actor, ImportReport report) {
        events.record(EventDraft.of(EventAction.USER_WRITE, "core", actor).with("message", "Users imported from a file")
                .with("lines", String.valueOf(report.lines())).with("created", String.valueOf(report.created()))
                .with("refused", String.valueOf(report.refused())));
        return report;
    }
}
