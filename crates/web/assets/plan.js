// @ts-check
/**
 * `<plan-gantt>`: bars are dragged to move, their ends to resize; arrow keys do the same. What is saved are the days of the
 * action, by its own form. Without this script a bar leads to that form.
 */
import { days } from "./days.js";
import { Bar } from "./plan-bar.js";
import { send, swap } from "./swap.js";

class PlanGantt extends HTMLElement {
  connectedCallback() {
    this.svg = this.querySelector("svg");
    if (!("edit" in this.dataset) || !this.svg) return;
    const { from, to, left, right } = this.svg.dataset;
    const perDay = (Number(right) - Number(left)) / (days(to ?? "") - days(from ?? ""));
    for (const link of /** @type {NodeListOf<SVGAElement>} */ (this.querySelectorAll("a.bar"))) {
      this.listen(link, new Bar(link, perDay));
    }
  }

  /** @param {SVGAElement} link @param {Bar} bar */
  listen(link, bar) {
    link.setAttribute("aria-describedby", this.dataset.hint ?? "");
    link.addEventListener("dragstart", (event) => event.preventDefault());
    link.addEventListener("pointerdown", (event) => this.take(event, bar));
    link.addEventListener("keydown", (event) => this.key(event, bar));
    link.addEventListener("blur", () => this.back(bar));
    link.addEventListener("click", (event) => this.moved && event.preventDefault());
    link.addEventListener("pointermove", (event) => link.classList.toggle("at-end", bar.part(event) !== "both"));
  }

  /** @param {PointerEvent} event @param {Bar} bar */
  take(event, bar) {
    if (event.button !== 0 || !this.svg || bar.saving) return;
    this.moved = false;
    const part = bar.part(event);
    const scale = this.svg.viewBox.baseVal.width / this.svg.getBoundingClientRect().width;
    const start = event.clientX;
    bar.link.setPointerCapture(event.pointerId);
    /** @param {PointerEvent} now */
    const move = (now) => {
      const by = Math.round(((now.clientX - start) * scale) / bar.perDay);
      if (Math.abs(now.clientX - start) > 3) this.moved = true;
      this.shift(bar, part === "to" ? 0 : by, part === "from" ? 0 : by);
    };
    /** @param {PointerEvent} now */
    const drop = (now) => {
      bar.link.removeEventListener("pointermove", move);
      bar.link.removeEventListener("pointerup", drop);
      bar.link.removeEventListener("pointercancel", drop);
      if (now.type === "pointercancel") this.back(bar);
      else if (bar.pending) this.save(bar);
      // A click that comes with the drop is no click.
      setTimeout(() => (this.moved = false));
    };
    bar.link.addEventListener("pointermove", move);
    bar.link.addEventListener("pointerup", drop);
    bar.link.addEventListener("pointercancel", drop);
  }

  /** Arrows move by a day, pages by a week; with Shift they move the end alone. @param {KeyboardEvent} event @param {Bar} bar */
  key(event, bar) {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }[event.key];
    if (by) this.shift(bar, bar.from + (event.shiftKey ? 0 : by), bar.to + by);
    else if (event.key === "Escape" && bar.pending) this.back(bar);
    else if (event.key === "Enter" && bar.pending) this.save(bar);
    else return;
    event.preventDefault();
    if (by) this.say(`${bar.words()} ${this.dataset.moved}`);
  }

  /** @param {Bar} bar @param {number} from @param {number} to */
  shift(bar, from, to) {
    bar.shift(from, to);
    this.say(bar.words());
  }

  /** @param {Bar} bar */
  back(bar) {
    if (!bar.pending || bar.saving) return;
    bar.shift(0, 0);
    this.say("");
  }

  /** @param {string} words */
  say(words) {
    const place = this.querySelector(".plan-said");
    if (place) place.textContent = words;
  }

  /** @param {Bar} bar */
  async save(bar) {
    bar.saving = true;
    const [starts, ends] = bar.ends();
    const back = location.pathname + location.search;
    const answer = await send(bar.link.getAttribute("href") ?? "", [
      ["base", this.dataset.base ?? ""], ["back", back],
      ["has", "starts"], ["f.starts", starts], ["has", "ends"], ["f.ends", ends],
    ], this.dataset.csrf ?? "").catch(() => null);
    const wrong = answer ? await swap(answer, "plan") : "…";
    if (!wrong) return /** @type {HTMLElement | null} */ (document.querySelector(`a.bar[data-id="${CSS.escape(bar.id)}"]`))?.focus();
    bar.saving = false;
    this.back(bar);
    this.say(wrong);
  }
}

customElements.define("plan-gantt", PlanGantt);
