package org.gatehouse.directory.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.AttributePath;
import org.gatehouse.directory.UserModel;
import org.gatehouse.directory.password.PasswordHasher;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.DocumentCheck;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.FieldProblems;

/** Turns lines into accounts, by the rules that documents of the API are read by. */
@ApplicationScoped
class ImportLines {

    private static final Map<String, Boolean> TRUTH = Map.of("true", true, "1", true, "yes", true, "false", false, "0", false, "no", false);

    @Inject
    private DocumentReader reader;

    @Inject
    private UserModel model;

    @Inject
    private PasswordHasher hasher;

    @Inject
    @Any
    private Instance<DocumentCheck> checks;

    @Inject
    private Clock clock;

    /** The account of a line; empty when something is wrong with it, which the report then says. */
    Optional<ImportedUser> read(Actor actor, ImportHeader header, CsvReader.Line line, ImportGroups groups, ImportReport.Draft report) {
        if (line.fields().size() != header.columns().size()) {
            report.add(line.line(), "", "The line has " + line.fields().size() + " columns, the header " + header.columns().size() + ".");
            return Optional.empty();
        }
        FieldProblems problems = new FieldProblems();
        JsonObject document = document(header, line, problems);
        UserModel.Document read = reader.read(UserModel.Document.class, document, problems);
        checks.forEach(check -> check.check(model, Optional.empty(), document, document, problems));
        Optional<User> user = read == null ? Optional.empty() : UserModel.draft(actor, read, now(), problems);
        List<UUID> memberships = groups(header, line, groups, problems);
        hash(header, line, problems).ifPresent(hash -> user.ifPresent(found -> found.changePassword(hash, now())));
        problems.byField().forEach((field, sentences) -> sentences.forEach(sentence -> report.add(line.line(), column(field), sentence)));
        return problems.isEmpty() ? user.map(found -> new ImportedUser(line.line(), found, memberships)) : Optional.empty();
    }

    private Instant now() {
        return clock.instant();
    }

    private static String column(String field) {
        return field.equals(FieldProblems.GENERAL) ? "" : field;
    }

    private static JsonObject document(ImportHeader header, CsvReader.Line line, FieldProblems problems) {
        JsonObject attributes = JsonValue.EMPTY_JSON_OBJECT;
        var document = Json.createObjectBuilder().add("name", "");
        for (int i = 0; i < header.columns().size(); i++) {
            String column = header.columns().get(i);
            String value = line.fields().get(i).strip();
            if (column.startsWith(ImportHeader.ATTRIBUTE)) {
                attributes = attribute(attributes, column, value, problems);
            } else if (column.equals("is_active") && !value.isEmpty()) {
                Boolean truth = TRUTH.get(value.toLowerCase(Locale.ROOT));
                if (truth == null) {
                    problems.add(column, "Must be true or false.");
                } else {
                    document.add(column, truth ? JsonValue.TRUE : JsonValue.FALSE);
                }
            } else if (!value.isEmpty() && !column.equals(ImportHeader.GROUPS) && !column.equals(ImportHeader.HASH)) {
                document.add(column, value);
            }
        }
        return document.add("attributes", attributes).build();
    }

    private static JsonObject attribute(JsonObject attributes, String column, String value, FieldProblems problems) {
        if (value.isEmpty()) {
            return attributes;
        }
        try {
            List<String> path = Arrays.asList(column.substring(ImportHeader.ATTRIBUTE.length()).split("\\.", -1));
            return AttributePath.write(attributes, path, Json.createValue(value));
        } catch (IllegalArgumentException wrong) {
            problems.add(column, wrong.getMessage());
            return attributes;
        }
    }

    private static List<UUID> groups(ImportHeader header, CsvReader.Line line, ImportGroups known, FieldProblems problems) {
        List<UUID> found = new ArrayList<>();
        for (String name : cell(header, line, ImportHeader.GROUPS).split("\\|")) {
            if (!name.isBlank()) {
                known.find(name.strip(), problems).filter(id -> !found.contains(id)).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<String> hash(ImportHeader header, CsvReader.Line line, FieldProblems problems) {
        String hash = cell(header, line, ImportHeader.HASH);
        if (!hash.isEmpty() && !hasher.isUsable(hash)) {
            problems.add(ImportHeader.HASH, "This is no password hash of a supported kind.");
        }
        return Optional.of(hash).filter(given -> !given.isEmpty());
    }

    private static String cell(ImportHeader header, CsvReader.Line line, String column) {
        int index = header.columns().indexOf(column);
        return index < 0 ? "" : line.fields().get(index).strip();
    }
}
