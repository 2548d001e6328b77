// A list of fiches sorted or turned to another page says so in the address, so that the way back leads there.
(function () {
    "use strict";

    window.jQuery(document).on("pfAjaxComplete", (event, xhr) => {
        const query = xhr && xhr.pfArgs && xhr.pfArgs.query;
        if (typeof query === "string") {
            window.history.replaceState(null, "", query ? `?${query}` : window.location.pathname);
        }
    });
}());
