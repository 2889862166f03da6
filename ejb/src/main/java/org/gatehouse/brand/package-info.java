/**
 * Brands: how Gatehouse looks and which flows it uses under a domain. {@link org.gatehouse.brand.Brands} finds the brand of a
 * request, {@link org.gatehouse.brand.BrandModel} is how administrators manage them. At most one brand is the default.
 */
package org.gatehouse.brand;
