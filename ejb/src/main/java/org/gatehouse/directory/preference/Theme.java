package org.gatehouse.directory.preference;

import org.gatehouse.model.WireName;

/** The colours of the pages: light, dark, or as the person's system is set. */
public enum Theme implements WireName {
    AUTOMATIC,
    LIGHT,
    DARK
}
