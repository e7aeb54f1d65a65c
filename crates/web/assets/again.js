// @ts-check
/** A form that asks anew whenever something in it is changed, and shows the answer in its place. */
import { swap } from "./swap.js";

class FormAgain extends HTMLElement {
  /** How often it was asked: an answer that was overtaken is not shown. */
  asked = 0;

  connectedCallback() {
    this.addEventListener("change", (event) => this.changed(event));
  }

  /** @param {Event} event */
  changed(event) {
    const form = this.querySelector("form");
    const field = event.target;
    if (!form || !(field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement)) return;
    // Other data or another question have other options: the whole page is asked, without the options.
    if (field.name === "data" || field.name === "method") {
      const named = [...new FormData(form)].filter(([name]) => name === "data" || name === "method");
      location.assign(`${form.action}?${new URLSearchParams(/** @type {[string, string][]} */ (named))}`);
      return;
    }
    // What is chosen here brings fields of its own.
    if (field.dataset.anew !== undefined) form.requestSubmit();
    else this.ask(form);
  }

  /** @param {HTMLFormElement} form */
  async ask(form) {
    const mine = ++this.asked;
    // A form that is whole means something by a field that was emptied.
    const said = (/** @type {[string, unknown]} */ [, text]) => text !== "" || form.dataset.whole !== undefined;
    const fields = /** @type {[string, string][]} */ ([...new FormData(form)].filter(said));
    const address = `${form.action}?${new URLSearchParams(fields)}`;
    const answer = document.getElementById("answer");
    answer?.setAttribute("aria-busy", "true");
    const got = await fetch(address);
    if (mine !== this.asked) return;
    const wrong = await swap(got, "answer");
    answer?.removeAttribute("aria-busy");
    if (wrong) location.assign(address);
    else history.replaceState(null, "", got.redirected ? got.url : address);
  }
}

customElements.define("form-again", FormAgain);
