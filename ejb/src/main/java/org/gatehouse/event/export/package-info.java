/**
 * Exports of the audit log. {@link org.gatehouse.event.export.EventExports} keeps what was asked for; {@link
 * org.gatehouse.event.export.EventExportFile} writes the file while it is fetched, a page of events at a time, in one of the formats of
 * {@link org.gatehouse.event.export.ExportFormat}. Invariant: whoever fetches a file may see events at that moment, too.
 */
package org.gatehouse.event.export;
