/**
 * The user's own settings: what is known about them, language and colours of the pages. Start with {@link
 * org.gatehouse.web.portal.account.PreferenceForm}; details of the account are changed in the brand's user-settings flow.
 */
package org.gatehouse.web.portal.account;
