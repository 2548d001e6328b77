import { checkAuthSession, startSessionPolling } from "./authChecker.js";

const { sessionUrl, sessionHash } = document.body.dataset;

// Somebody signed in from another tab: this one follows.
if (sessionUrl) {
  startSessionPolling(sessionUrl);
}
if (sessionHash) {
  checkAuthSession(sessionHash);
}

// An impatient second press would send a step twice and end on "page expired".
const sent = new WeakSet();
document.addEventListener("submit", (event) => {
  if (sent.has(event.target)) {
    event.preventDefault();
  }
  sent.add(event.target);
});
globalThis.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    location.reload();
  }
});

// Profile fields come from Keycloak's own template, which does not tie an error to its field.
for (const error of document.querySelectorAll("[id^='input-error-']:not([id^='input-error-container-'])")) {
  const field = document.getElementById(error.id.slice("input-error-".length));
  field?.setAttribute("aria-invalid", "true");
  field?.setAttribute("aria-describedby", error.id);
}

// The language list closes as a menu does.
const languages = document.getElementById("kc-locale");
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && languages?.open) {
    languages.open = false;
    languages.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  if (languages?.open && !languages.contains(event.target)) {
    languages.open = false;
  }
});
