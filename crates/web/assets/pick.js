// @ts-check
/**
 * `<ref-pick>`: a reference is found by typing a part of its name, and chosen with keys or mouse; of several, each chosen one
 * stands as a chip. Without this script the list, boxes or text inside do the same.
 */
import { box } from "./pick-box.js";
import { PickList } from "./pick-list.js";
import { asked, fitting } from "./pick-offers.js";
import { plain } from "./pick-plain.js";
/** @typedef {import("./pick-plain.js").Offer} Offer */

const PAUSE = 120;

class RefPick extends HTMLElement {
  connectedCallback() {
    if (this.plain) return;
    const control = plain(this);
    if (!this.dataset.from && control.offers.length === 0) return;
    this.plain = control;
    const { input, list, chips, open } = box(this, control);
    this.input = input;
    this.chips = chips;
    this.list = new PickList(input, list, this.dataset.nothing ?? "");
    /** Those whose names are known by now. @type {Map<string, Offer>} */
    this.known = new Map([...control.chosen(), ...control.offers].map((one) => [one.id, one]));
    input.addEventListener("input", () => this.find(true));
    input.addEventListener("click", () => this.list?.open || this.find(false));
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.leave());
    // A press on list or arrow leaves the focus where it is.
    for (const part of [list, open]) part.addEventListener("mousedown", (event) => event.preventDefault());
    open.addEventListener("click", () => {
      input.focus();
      if (this.list?.open) this.close();
      else this.find(false);
    });
    list.addEventListener("click", (event) => {
      this.take(this.list?.of(/** @type {HTMLElement} */ (event.target).closest("[role=option]")));
    });
    control.control.addEventListener("change", () => this.show());
    addEventListener("pageshow", () => this.show());
    this.show();
  }

  /** @returns {Offer[]} */
  chosen() {
    return (this.plain?.chosen() ?? []).map((one) => this.known?.get(one.id) ?? one);
  }

  /** What is chosen, as chips or as the text of the input. */
  show() {
    const all = this.chosen();
    if (this.input && !this.plain?.many) this.input.value = all[0]?.name ?? "";
    this.chips?.replaceChildren(...(this.plain?.many ? all.map((one) => this.chip(one)) : []));
  }

  /** @param {Offer} one */
  chip(one) {
    const chip = document.createElement("span");
    const remove = document.createElement("button");
    Object.assign(chip, { className: "chip", textContent: one.name, title: one.note });
    Object.assign(remove, { type: "button", textContent: "×", ariaLabel: `${this.dataset.remove}: ${one.name}` });
    remove.addEventListener("click", () => {
      this.take(one);
      this.input?.focus();
    });
    chip.append(remove);
    return chip;
  }

  /** @param {boolean} typed whether the text of the input is what is looked for, and not what is chosen already */
  find(typed) {
    const words = typed || this.plain?.many ? (this.input?.value.trim() ?? "") : "";
    const { from } = this.dataset;
    clearTimeout(this.waiting);
    this.asked?.abort();
    if (!from) return this.offer(fitting(this.plain?.offers ?? [], words), typed);
    const question = (this.asked = new AbortController());
    this.waiting = setTimeout(async () => {
      const found = await asked(from, words, question.signal);
      if (found && !question.signal.aborted && document.activeElement === this.input) this.offer(found, typed);
    }, typed ? PAUSE : 0);
  }

  /** @param {Offer[]} offers @param {boolean} typed the first that fits is the one that Enter takes */
  offer(offers, typed) {
    for (const one of offers) this.known?.set(one.id, one);
    const chosen = this.chosen().map((one) => one.id);
    this.list?.show(offers, chosen, typed ? 0 : offers.findIndex((one) => !this.plain?.many && chosen.includes(one.id)));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.isComposing || !this.list) return;
    const { open } = this.list;
    if (!open && (event.key === "ArrowDown" || event.key === "ArrowUp")) this.find(false);
    else if (open && event.key === "Enter") this.list.pointed ? this.take(this.list.pointed) : this.close();
    else if (open && event.key === "Escape") this.forget();
    else if (event.key === "Backspace" && this.plain?.many && !this.input?.value) this.take(this.chosen().at(-1));
    else if (!open || !this.list.move(event.key)) return;
    event.preventDefault();
  }

  /** Chooses one, or takes a chosen one of several back. @param {Offer | undefined} one */
  take(one) {
    if (!one) return;
    const all = this.chosen();
    const rest = all.filter((known) => known.id !== one.id);
    if (!this.plain?.many) this.set([one]);
    else this.set(rest.length < all.length ? rest : [...all, one]);
    this.forget();
  }

  /** @param {Offer[]} all */
  set(all) {
    this.plain?.choose(all);
    this.plain?.control.dispatchEvent(new Event("input", { bubbles: true }));
    this.show();
  }

  /** A text that was left empty chooses nothing; any other that was not chosen is forgotten. */
  leave() {
    if (!this.plain?.many && !this.input?.value.trim() && this.chosen().length > 0) this.set([]);
    this.forget();
  }

  forget() {
    if (this.input && this.plain?.many) this.input.value = "";
    else this.show();
    this.close();
  }

  close() {
    clearTimeout(this.waiting);
    this.asked?.abort();
    this.list?.close();
  }
}

customElements.define("ref-pick", RefPick);
