/**
 * What all pages share: brand, headers, content policy, addresses, and JSON made readable for Facelets. Start with
 * {@link org.gatehouse.web.page.PageBrand}. Nothing an administrator typed reaches a page as an address without
 * {@link org.gatehouse.web.page.PageAddress}, and no page has inline script or an outside resource.
 */
package org.gatehouse.web.page;
