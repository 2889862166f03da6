/**
 * Black-box tests against the built server: a real WildFly with the EAR, a real PostgreSQL, and clients nobody here wrote
 * (Apache with mod_auth_openidc, npm's openid-client, Chromium). {@link org.gatehouse.it.GatehouseServer} starts the server
 * once for all of them.
 */
package org.gatehouse.it;
