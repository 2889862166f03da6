/**
 * The stage that asks whether an application may receive what it asks for. Invariant: it leads on only with the value that was
 * drawn for this very question, or with a stored consent that covers every permission asked for.
 */
package org.gatehouse.flow.stage.consent;
