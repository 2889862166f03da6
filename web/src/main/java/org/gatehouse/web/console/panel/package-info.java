/**
 * What the page of one object shows beside its form. {@link org.gatehouse.web.console.panel.ObjectTabs} says which tab is open;
 * {@link org.gatehouse.web.console.panel.FlowStageRows} orders the stages of a flow. Each panel calls the same use case as the API.
 */
package org.gatehouse.web.console.panel;
