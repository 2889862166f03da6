/**
 * A stage for trying flows out: it asks for nothing but going on, or breaks on purpose.
 */
package org.gatehouse.flow.stage.dummy;
