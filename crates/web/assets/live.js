// @ts-check
/**
 * `<live-form>`: sends what is typed to the rules after a pause and shows what they say beside each field. Without this
 * script the same is said after saving.
 */
const PAUSE = 400;

class LiveForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.check(), PAUSE);
    });
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
    if (place && place.innerHTML !== part.innerHTML) place.replaceChildren(...part.childNodes);
  }
}

customElements.define("live-form", LiveForm);
