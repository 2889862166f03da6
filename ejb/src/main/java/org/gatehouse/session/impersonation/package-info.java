/**
 * Acting as another user. {@link org.gatehouse.session.impersonation.Impersonations} opens a second login that hangs on the first one
 * and gives the first one back. Invariants: nobody gains power by it, it is never nested, each step leaves an event, all that is done
 * meanwhile names both, and it ends with the login it hangs on, on all nodes at once.
 */
package org.gatehouse.session.impersonation;
