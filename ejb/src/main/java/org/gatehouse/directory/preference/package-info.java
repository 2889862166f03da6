/**
 * How a person wants the pages to be: language and colours, kept in the account's attributes below {@code settings} as the contract
 * has it, where the user-settings flow and administrators find them too. Start with {@link org.gatehouse.directory.preference.Preferences};
 * {@link org.gatehouse.directory.preference.OwnPreferences} writes them. What is there but makes no sense counts as nothing said.
 */
package org.gatehouse.directory.preference;
