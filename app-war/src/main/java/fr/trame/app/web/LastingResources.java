package fr.trame.app.web;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.resourcehandler.VersionedResourceHandler;

/**
 * Puts the version into the address of each style and script, so that a browser keeps it for a year and still has the
 * new one at once. A page of another version, met while a new one is rolled out, gets what there is and keeps nothing.
 */
public class LastingResources extends VersionedResourceHandler {

    static final String FOR_GOOD = "public, max-age=31536000, immutable";
    static final String NOT_KEPT = "no-cache";

    public LastingResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public @Nullable Resource decorateResource(@Nullable Resource resource) {
        var versioned = super.decorateResource(resource);
        return versioned == null ? null : new Lasting(versioned);
    }

    /**
     * @param address of the resource today
     * @param asked the version a browser asks for, if any
     */
    static Optional<String> caching(String address, @Nullable String asked) {
        if (asked == null) {
            return Optional.empty();
        }
        var version = address.replaceFirst(".*[?&]v=", "").replaceFirst("&.*", "");
        return Optional.of(version.equals(asked) ? FOR_GOOD : NOT_KEPT);
    }

    private static final class Lasting extends ResourceWrapper {

        Lasting(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public Map<String, String> getResponseHeaders() {
            var headers = new HashMap<>(super.getResponseHeaders());
            var asked = FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestParameterMap()
                    .get("v");
            caching(getRequestPath(), asked).ifPresent(value -> headers.put("Cache-Control", value));
            return headers;
        }
    }
}
