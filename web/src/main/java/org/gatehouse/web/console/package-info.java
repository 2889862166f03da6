/**
 * The administrators' console: a few beans for all models. {@link org.gatehouse.web.console.ConsoleSections} says which lists
 * there are; {@link org.gatehouse.web.console.ObjectList} shows one; {@link org.gatehouse.web.console.ObjectEditor} edits any
 * object with a form built from its model's field descriptors. Nothing here decides: every read and write goes through
 * {@link org.gatehouse.type.ManagedModels} in the name of the person at the console.
 */
package org.gatehouse.web.console;
