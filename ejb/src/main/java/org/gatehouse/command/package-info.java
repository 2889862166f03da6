/**
 * What the operator of the machine can do without logging in ({@code bin/gatehouse-cli}, see {@code docs/cli.md}): whoever may manage the
 * server may manage what runs in it. {@link org.gatehouse.command.AdministrationDoor} is the only way in, over the server's management
 * connection; each {@link org.gatehouse.command.LocalCommand} is a bean.
 */
package org.gatehouse.command;
