package fr.trame.app.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import java.util.Locale;

/**
 * Forms are sent to the address the page has, not to the file that shows it: the tenant is named in the former only.
 * Pages speak the language the person chose.
 */
public class PageAddresses extends ViewHandlerWrapper {

    public PageAddresses(ViewHandler wrapped) {
        super(wrapped);
    }

    /** The language chosen counts before the one the browser asks for. */
    @Override
    public Locale calculateLocale(FacesContext faces) {
        var asks = faces.getExternalContext().getRequestHeaderMap().containsKey("Accept-Language");
        return Preferences.language(faces, asks ? super.calculateLocale(faces) : Locale.FRENCH);
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        var request = faces.getExternalContext().getRequestMap();
        var address = (String) request.get(RequestDispatcher.FORWARD_REQUEST_URI);
        var current = faces.getViewRoot() == null ? null : faces.getViewRoot().getViewId();
        if (address == null || !viewId.equals(current)) {
            return super.getActionURL(faces, viewId);
        }
        var query = (String) request.get(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? address : address + "?" + query;
    }
}
