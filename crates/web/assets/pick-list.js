// @ts-check
/** The list below the input of a reference: what is offered, and which of it Enter takes. */
/** @typedef {import("./pick-plain.js").Offer} Offer */

export class PickList {
  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   * @param {string} nothing what is said where nothing fits
   */
  constructor(input, list, nothing) {
    this.input = input;
    this.list = list;
    this.nothing = nothing;
    /** @type {Offer[]} */
    this.offers = [];
    this.at = -1;
  }

  get open() {
    return !this.list.hidden;
  }

  /** The one that Enter takes. @returns {Offer | undefined} */
  get pointed() {
    return this.offers[this.at];
  }

  /** The one of an option that was pressed. @param {Element | null} option @returns {Offer | undefined} */
  of(option) {
    return option ? this.offers[[...this.list.children].indexOf(option)] : undefined;
  }

  /** @param {Offer[]} offers @param {string[]} chosen ids @param {number} at which of them is pointed at */
  show(offers, chosen, at) {
    this.offers = offers;
    this.list.replaceChildren(...offers.map((one, at) => this.option(one, at, chosen.includes(one.id))));
    if (offers.length === 0) {
      const nothing = document.createElement("li");
      Object.assign(nothing, { className: "quiet", role: "option", ariaDisabled: "true", textContent: this.nothing });
      this.list.append(nothing);
    }
    this.list.hidden = false;
    this.input.ariaExpanded = "true";
    this.point(Math.min(at, offers.length - 1));
  }

  /** @param {Offer} one @param {number} at @param {boolean} chosen */
  option(one, at, chosen) {
    const option = document.createElement("li");
    const note = document.createElement("small");
    Object.assign(option, { role: "option", id: `${this.list.id}-${at}`, ariaSelected: `${chosen}` });
    note.textContent = [one.note, one.id].filter(Boolean).join(" · ");
    option.append(one.name, " ", note);
    return option;
  }

  /** @param {number} at */
  point(at) {
    this.list.children[this.at]?.classList.remove("at");
    this.at = at;
    const option = this.list.children[at];
    option?.classList.add("at");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  /** Moves by a key; the list has no end. @param {string} key @returns {boolean} whether it was such a key */
  move(key) {
    const last = this.offers.length - 1;
    const down = this.at < last ? this.at + 1 : 0;
    const to = { ArrowDown: down, ArrowUp: this.at > 0 ? this.at - 1 : last, Home: 0, End: last }[key];
    if (to === undefined || last < 0) return false;
    this.point(to);
    return true;
  }

  close() {
    this.list.hidden = true;
    this.input.ariaExpanded = "false";
    this.point(-1);
  }
}
