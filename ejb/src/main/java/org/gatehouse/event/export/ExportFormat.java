package org.gatehouse.event.export;

import java.util.Locale;
import java.util.stream.Stream;
import org.gatehouse.event.EventModel;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.type.InvalidInput;

/** How the events of an export are written, one a line. */
public enum ExportFormat {
    /** RFC 4180, with a first line of names. */
    CSV("text/csv; charset=utf-8", "csv") {
        @Override
        String head() {
            return EventCsv.HEAD;
        }

        @Override
        String line(AuditEvent event) {
            return EventCsv.line(event);
        }
    },
    /** The API's form of an event. */
    JSON("application/x-ndjson", "jsonl") {
        @Override
        String line(AuditEvent event) {
            return EventModel.wire(event) + "\n";
        }
    },
    /** The Open Cybersecurity Schema Framework, version 1.3.0. */
    OCSF("application/x-ndjson", "ocsf.jsonl") {
        @Override
        String line(AuditEvent event) {
            return OcsfEvent.of(event) + "\n";
        }
    };

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /**
     * The format that a caller names, in lower case.
     *
     * @param name null or empty for CSV
     * @throws InvalidInput when there is no such format
     */
    public static ExportFormat read(String name) {
        return name == null || name.isEmpty() ? CSV : Stream.of(values()).filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst().orElseThrow(() -> new InvalidInput("format", "The format is csv, json or ocsf."));
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    /** What comes before the first event. */
    String head() {
        return "";
    }

    abstract String line(AuditEvent event);
}
