package org.gatehouse.web.portal;

import org.gatehouse.session.Login;

/**
 * What can be posted to a page of the portal. Only called for somebody who is logged in, with a form that one of this login's pages has
 * shown. A bean of the application: one for each page that has forms.
 */
public interface PortalForm {

    /** The page it is on. */
    PortalPage page();

    /**
     * Does what the form asks for. What is not the user's is treated as what does not exist: nothing happens.
     *
     * @return what the browser sees next
     */
    PortalAnswer submit(Login login, PortalFields fields);
}
