package org.gatehouse.directory.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gatehouse.model.directory.UserRepository;

/** Finds names that are taken: by accounts that exist, or by an earlier line of the file. */
final class ImportNames {

    private final UserRepository users;
    private final Map<String, Integer> lines = new HashMap<>();

    ImportNames(UserRepository users) {
        this.users = users;
    }

    /** What two names have in common that are the same name. */
    static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    /** Those of the lines whose names are free; of the others the report says who has them. */
    List<ImportedUser> free(List<ImportedUser> batch, ImportReport.Draft report) {
        Set<String> taken = users.namesTaken(batch.stream().map(one -> one.user().getUsername()).toList());
        return batch.stream().filter(one -> isFree(one, taken, report)).toList();
    }

    private boolean isFree(ImportedUser one, Set<String> taken, ImportReport.Draft report) {
        String key = key(one.user().getUsername());
        Integer earlier = lines.putIfAbsent(key, one.line());
        if (earlier != null) {
            report.add(one.line(), "username", "Line " + earlier + " has the same name.");
        } else if (taken.contains(key)) {
            report.add(one.line(), "username", "A user with that username already exists.");
        }
        return earlier == null && !taken.contains(key);
    }
}
