/**
 * Brands and facts about the installation.
 */
package org.gatehouse.model.brand;
