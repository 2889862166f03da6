/** Brands: how Gatehouse looks and which flows it uses under a domain. */
package org.gatehouse.brand;
