/**
 * What the console's first page shows: {@link org.gatehouse.web.console.dashboard.LoginChart} how many people logged in or failed to,
 * {@link org.gatehouse.web.console.dashboard.TopApplications} what they used, {@link org.gatehouse.web.console.dashboard.HealthPanel}
 * whether this node is well. Charts are drawn here as pictures of the page itself, each with its numbers in a table.
 */
package org.gatehouse.web.console.dashboard;
