/**
 * {@code bin/gatehouse-cli}: sends a command to the running product over WildFly's management connection and prints the answer. It knows no
 * command but {@code help}; what there is, the product says. Start with {@link org.gatehouse.cli.GatehouseCli}.
 */
package org.gatehouse.cli;
