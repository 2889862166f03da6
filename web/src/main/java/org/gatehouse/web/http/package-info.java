/** What every HTTP request shares: cookies and the login they stand for. */
package org.gatehouse.web.http;
