/**
 * The application wizard: an application, its provider and who may use it, asked for in three steps and made in one go.
 * {@link org.gatehouse.web.console.wizard.ApplicationWizard} keeps what was typed; nothing is stored before the last step.
 */
package org.gatehouse.web.console.wizard;
