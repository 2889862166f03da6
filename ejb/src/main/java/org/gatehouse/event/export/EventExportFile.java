package org.gatehouse.event.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.gatehouse.access.Actor;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.event.AuditEventRepository;

/** Writes the file of an export: the oldest event first, a page at a time, so that its length costs no memory and no long transaction. */
@ApplicationScoped
public class EventExportFile {

    private static final int PAGE = 1000;

    @Inject
    private EventExports exports;

    @Inject
    private AuditEventRepository events;

    /** Opens the file for somebody who may have it; writes nothing yet. */
    public Content open(Actor actor, String key, ExportFormat format) {
        EventExports.Content content = exports.open(actor, key);
        return out -> {
            out.write(format.head());
            List<AuditEvent> page = events.upTo(content.listing(), content.until(), null, PAGE);
            while (!page.isEmpty()) {
                for (AuditEvent event : page) {
                    out.write(format.line(event));
                }
                page = events.upTo(content.listing(), content.until(), page.get(page.size() - 1), PAGE);
            }
        };
    }

    /** A file that is written when somebody takes it. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it. */
        void writeTo(Writer out) throws IOException;
    }
}
