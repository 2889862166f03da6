package org.gatehouse.policy;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;

/** An event log that keeps its drafts in memory. */
public class RecordedEvents extends Events {

    private final List<EventDraft> drafts = new ArrayList<>();

    @Override
    public void record(EventDraft draft) {
        drafts.add(draft);
    }

    public List<EventDraft> drafts() {
        return drafts;
    }

    public List<String> actions() {
        return drafts.stream().map(EventDraft::action).toList();
    }
}
