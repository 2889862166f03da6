package org.gatehouse.flow;

import java.util.UUID;

/**
 * A link that goes on with a flow in any browser, once ({@link FlowLinks}).
 *
 * @param id to take it back with
 * @param path a path of this server; it holds the link's secret, so it goes to the person alone and into no log
 */
public record FlowLink(UUID id, String path) {

    @Override
    public String toString() {
        return "FlowLink[" + id + "]";
    }
}
