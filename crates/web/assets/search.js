// @ts-check
/**
 * `<search-box>`: Ctrl-K (⌘-K) opens the search over everything; the arrows walk through what was found. Without this
 * script the link inside leads to the page of the search.
 */
const PAUSE = 120;

class SearchBox extends HTMLElement {
  connectedCallback() {
    this.dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    this.input = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    this.hits = /** @type {HTMLElement} */ (this.querySelector(".hits-place"));
    this.querySelector(":scope > a")?.addEventListener("click", (event) => {
      const mouse = /** @type {MouseEvent} */ (event);
      if (mouse.ctrlKey || mouse.metaKey || mouse.shiftKey) return;
      event.preventDefault();
      this.open();
    });
    addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyK") {
        event.preventDefault();
        this.open();
      }
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.find(), PAUSE);
    });
    this.dialog.addEventListener("keydown", (event) => this.walk(event));
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
    this.input.select();
  }

  async find() {
    const words = this.input.value.trim();
    this.asked?.abort();
    this.asked = new AbortController();
    if (!words) return this.hits.replaceChildren();
    try {
      const answer = await fetch(`/search/hits?q=${encodeURIComponent(words)}`, { signal: this.asked.signal });
      if (!answer.ok) return;
      const said = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.hits.replaceChildren(...said.body.childNodes);
    } catch (error) {
      // A later search has taken the place of this one, or the server is away: Enter leads to the page.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  }

  /** @param {KeyboardEvent} event */
  walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = /** @type {HTMLElement[]} */ ([this.input, ...this.hits.querySelectorAll("a.hit")]);
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    event.preventDefault();
  }
}

customElements.define("search-box", SearchBox);
