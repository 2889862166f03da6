/**
 * Finding objects while typing: {@link org.gatehouse.web.console.lookup.LookupServlet} answers the command box and the fields that
 * refer to other objects. It reads lists as the person at the console may see them and changes nothing.
 */
package org.gatehouse.web.console.lookup;
