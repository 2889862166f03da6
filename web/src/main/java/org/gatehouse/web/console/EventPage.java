package org.gatehouse.web.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** One event in full, {@code /if/admin/event.xhtml?key=…}. */
@Named("eventPage")
@RequestScoped
public class EventPage {

    @Inject
    private ConsoleObjects objects;

    @Inject
    private HttpServletRequest request;

    private EventRow event;

    @PostConstruct
    void open() {
        String key = request.getParameter("key");
        event = EventRow.of(objects.managed().read(objects.actor(), objects.model(EventRow.MODEL), key == null ? "" : key));
    }

    public EventRow getEvent() {
        return event;
    }
}
