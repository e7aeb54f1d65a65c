// @ts-check
/**
 * `<live-form>`: sends what is typed to the rules after a pause and shows what they say beside each field. Without this
 * script the same is said after saving.
 */
import { keep } from "./keep.js";

const PAUSE = 400;

class LiveForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (form) keep(form, "unsaved" in this.dataset);
    this.addEventListener("input", (event) => {
      this.measure(/** @type {HTMLInputElement} */ (event.target));
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.check(), PAUSE);
    });
  }

  /** A unit stands beside its figures as it is typed. @param {HTMLInputElement} control */
  measure(control) {
    for (const unit of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-of]"))) {
      if (unit.dataset.of !== control.name) continue;
      unit.textContent = control.value;
      if (unit.parentElement) unit.parentElement.hidden = !control.value;
    }
  }

  async check() {
    const form = this.querySelector("form");
    const address = this.dataset.check;
    if (!form || !address) return;
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
      const answer = await fetch(address, { method: "POST", body, signal: this.asked.signal });
      if (!answer.ok) return;
      const said = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (said.querySelectorAll("[data-field]"))) this.show(part);
    } catch (error) {
      // A later check has taken the place of this one, or the server is away: saving will tell.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  }

  /** @param {HTMLElement} part */
  show(part) {
    const places = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".beside"));
    const place = [...places].find((place) => place.dataset.field === part.dataset.field);
    if (!place) return;
    // What could not be read when it was sent is read anew.
    if (part.dataset.field) place.closest(".field")?.querySelectorAll("p.wrong").forEach((old) => place.contains(old) || old.remove());
    if (place.innerHTML !== part.innerHTML) place.replaceChildren(...part.childNodes);
  }
}

customElements.define("live-form", LiveForm);
