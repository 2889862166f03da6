/** Exports that people have asked for. Start with {@link org.gatehouse.model.event.export.DataExport}. */
package org.gatehouse.model.event.export;
