/**
 * What every request passes: where it comes from, how it is logged and counted. Filters here decide nothing about the user.
 * The order is that of the {@code filter-mapping}s in web.xml.
 */
package org.gatehouse.web.http;
