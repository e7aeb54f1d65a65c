// @ts-check
/**
 * `<plan-table>`: a line is edited where it stands, without loading the page anew. Without this script its link does.
 */
import { send, swap } from "./swap.js";

class PlanTable extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const link = /** @type {HTMLElement} */ (event.target).closest("a.quick, td.edited a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open(/** @type {HTMLAnchorElement} */ (link).href);
    });
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save(/** @type {HTMLFormElement} */ (event.target));
    });
    this.addEventListener("keydown", (event) => {
      const leave = /** @type {HTMLElement | null} */ (this.querySelector("td.edited a"));
      if (event.key === "Escape" && leave) leave.click();
    });
  }

  /** @param {string} address */
  async open(address) {
    const wrong = await swap(await fetch(address), "plan");
    if (wrong) location.assign(address);
    const first = document.querySelector("td.edited input") ?? document.querySelector(".said button");
    /** @type {HTMLElement | null} */ (first)?.focus();
  }

  /** @param {HTMLFormElement} form */
  async save(form) {
    const fields = /** @type {[string, string][]} */ ([...new FormData(form)]);
    const token = /** @type {string} */ (new FormData(form).get("csrf"));
    const row = form.closest("tr")?.id ?? "";
    const answer = await send(form.action, fields, token).catch(() => null);
    // What cannot be saved is shown by the page of the element, with both versions where two have written.
    if (!answer?.ok) return form.submit();
    await swap(answer, "plan");
    /** @type {HTMLElement | null} */ (document.getElementById(row)?.querySelector(".quick"))?.focus();
  }
}

customElements.define("plan-table", PlanTable);
