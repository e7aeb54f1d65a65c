// @ts-check
/** Keeps what somebody has typed: warns before a changed form is left, and saves it with Ctrl-S (⌘-S). */

/** Not what somebody types, or not worth a warning. */
const OTHER = ["csrf", "base", "has"];

/** What stands in a form; what is empty is as good as not there. @param {HTMLFormElement} form */
function content(form) {
  const typed = [...new FormData(form)].filter(([name, value]) => value !== "" && !OTHER.includes(name));
  return JSON.stringify(typed.map(([name, value]) => [name, typeof value === "string" ? value.replaceAll("\r\n", "\n") : ""]));
}

/**
 * @param {HTMLFormElement} form
 * @param {boolean} unsaved whether it came with what has not been saved
 */
export function keep(form, unsaved) {
  const saved = content(form);
  let sent = false;
  form.addEventListener("submit", () => (sent = true));
  // A page that comes back from the browser's memory has been sent before.
  addEventListener("pageshow", () => (sent = false));
  addEventListener("beforeunload", (event) => {
    if (!sent && (unsaved || content(form) !== saved)) event.preventDefault();
  });
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.code !== "KeyS") return;
    event.preventDefault();
    if (!document.querySelector("dialog[open]")) form.requestSubmit();
  });
}
