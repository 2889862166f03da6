/**
 * What runs here: the product's version and which versions ran before ({@link org.gatehouse.installation.Versions}), and what it consists of
 * ({@link org.gatehouse.installation.ModelCatalog}).
 */
package org.gatehouse.installation;
