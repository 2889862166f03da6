package org.gatehouse.flow;

/**
 * What a stage asks of the browser: a record whose components, in snake case, are the fields of the contract's challenge schema.
 * The executor adds {@code component}, {@code flow_info} and {@code response_errors}; null components are left out.
 */
public interface Challenge {

    /** The contract's name of the challenge, such as {@code ak-stage-password}. A method, so not a field on the wire. */
    String component();
}
