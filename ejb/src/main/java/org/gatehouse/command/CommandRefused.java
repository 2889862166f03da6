package org.gatehouse.command;

import jakarta.ejb.ApplicationException;

/** A command cannot be carried out; the message is for the operator. */
@ApplicationException(rollback = true)
public class CommandRefused extends RuntimeException {

    public CommandRefused(String message) {
        super(message);
    }
}
