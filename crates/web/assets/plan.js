// @ts-check
/**
 * `<plan-gantt>`: bars are dragged to move, their ends to resize; arrow keys do the same. What is saved are the days of the
 * action, by its own form. Without this script a bar leads to that form.
 */
import { days, iso, said } from "./days.js";
import { send, swap } from "./swap.js";

const GRIP = 7;

class PlanGantt extends HTMLElement {
  connectedCallback() {
    this.svg = this.querySelector("svg");
    if (!("edit" in this.dataset) || !this.svg) return;
    const { from, to, left, right } = this.svg.dataset;
    this.perDay = (Number(right) - Number(left)) / (days(to ?? "") - days(from ?? ""));
    for (const bar of this.bars()) {
      bar.setAttribute("aria-describedby", this.dataset.hint ?? "");
      bar.addEventListener("dragstart", (event) => event.preventDefault());
      bar.addEventListener("pointerdown", (event) => this.take(/** @type {PointerEvent} */ (event), bar));
      bar.addEventListener("keydown", (event) => this.key(/** @type {KeyboardEvent} */ (event), bar));
      bar.addEventListener("blur", () => this.back(bar));
      bar.addEventListener("click", (event) => this.moved && event.preventDefault());
      bar.addEventListener("pointermove", (event) => {
        const near = this.end(/** @type {PointerEvent} */ (event), bar);
        bar.classList.toggle("at-end", near !== "both");
      });
    }
  }

  bars() {
    return /** @type {SVGAElement[]} */ ([...this.querySelectorAll("a.bar")]);
  }

  /** Which part of a bar the pointer is on. @param {PointerEvent} event @param {SVGAElement} bar */
  end(event, bar) {
    const box = bar.getBoundingClientRect();
    const grip = Math.min(GRIP, box.width / 3);
    if (event.clientX < box.left + grip) return "from";
    return event.clientX > box.right - grip ? "to" : "both";
  }

  /** @param {PointerEvent} event @param {SVGAElement} bar */
  take(event, bar) {
    if (event.button !== 0) return;
    this.moved = false;
    const part = this.end(event, bar);
    const scale = this.svg.viewBox.baseVal.width / this.svg.getBoundingClientRect().width;
    const start = event.clientX;
    bar.setPointerCapture(event.pointerId);
    /** @param {PointerEvent} now */
    const move = (now) => {
      const by = Math.round(((now.clientX - start) * scale) / this.perDay);
      if (Math.abs(now.clientX - start) > 3) this.moved = true;
      this.shift(bar, part === "to" ? 0 : by, part === "from" ? 0 : by);
    };
    const drop = () => {
      bar.removeEventListener("pointermove", move);
      bar.removeEventListener("pointerup", drop);
      bar.removeEventListener("pointercancel", drop);
      if (this.pending(bar)) this.save(bar);
      // A click that comes with the drop is no click.
      setTimeout(() => (this.moved = false));
    };
    bar.addEventListener("pointermove", move);
    bar.addEventListener("pointerup", drop);
    bar.addEventListener("pointercancel", drop);
  }

  /** @param {KeyboardEvent} event @param {SVGAElement} bar */
  key(event, bar) {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }[event.key];
    const [from, to] = this.by(bar);
    if (by) this.shift(bar, from + (event.shiftKey ? 0 : by), to + by);
    else if (event.key === "Escape" && this.pending(bar)) this.back(bar);
    else if (event.key === "Enter" && this.pending(bar)) this.save(bar);
    else return;
    event.preventDefault();
    if (by) this.say(`${this.words(bar)} ${this.dataset.moved}`);
  }

  /** By how many days a bar's ends are away from what is saved. @param {SVGAElement} bar */
  by(bar) {
    return [Number(bar.dataset.byFrom ?? 0), Number(bar.dataset.byTo ?? 0)];
  }

  /** @param {SVGAElement} bar */
  pending(bar) {
    return this.by(bar).some((by) => by !== 0);
  }

  /** Shows a bar so many days away; it never ends before it begins. @param {SVGAElement} bar @param {number} from @param {number} to */
  shift(bar, from, to) {
    const length = days(bar.dataset.to ?? "") - days(bar.dataset.from ?? "");
    if (from !== to) {
      if (from > to + length) from = to + length;
      if (to < from - length) to = from - length;
    }
    bar.dataset.byFrom = `${from}`;
    bar.dataset.byTo = `${to}`;
    for (const rect of bar.querySelectorAll("rect")) {
      rect.dataset.x ??= rect.getAttribute("x") ?? "0";
      rect.dataset.width ??= rect.getAttribute("width") ?? "0";
      rect.setAttribute("x", `${Number(rect.dataset.x) + from * this.perDay}`);
      rect.setAttribute("width", `${Math.max(4, Number(rect.dataset.width) + (to - from) * this.perDay)}`);
    }
    bar.classList.toggle("pending", this.pending(bar));
    this.say(this.words(bar));
  }

  /** @param {SVGAElement} bar */
  back(bar) {
    if (!this.pending(bar) || bar.classList.contains("saving")) return;
    this.shift(bar, 0, 0);
    this.say("");
  }

  /** A bar's new days. @param {SVGAElement} bar */
  ends(bar) {
    const [from, to] = this.by(bar);
    return [iso(days(bar.dataset.from ?? "") + from), iso(days(bar.dataset.to ?? "") + to)];
  }

  /** @param {SVGAElement} bar */
  words(bar) {
    const name = (bar.getAttribute("aria-label") ?? "").split(" · ")[0];
    return `${name}: ${this.ends(bar).map(said).join(" – ")}.`;
  }

  /** @param {string} words */
  say(words) {
    const place = this.querySelector(".plan-said");
    if (place) place.textContent = words;
  }

  /** @param {SVGAElement} bar */
  async save(bar) {
    bar.classList.add("saving");
    const [starts, ends] = this.ends(bar);
    const id = bar.dataset.id ?? "";
    const back = location.pathname + location.search;
    const answer = await send(bar.getAttribute("href") ?? "", [
      ["base", this.dataset.base ?? ""], ["back", back],
      ["has", "starts"], ["f.starts", starts], ["has", "ends"], ["f.ends", ends],
    ], this.dataset.csrf ?? "").catch(() => null);
    const wrong = answer ? await swap(answer, "plan") : "…";
    if (!wrong) return /** @type {HTMLElement | null} */ (document.querySelector(`a.bar[data-id="${CSS.escape(id)}"]`))?.focus();
    bar.classList.remove("saving");
    this.back(bar);
    this.say(wrong);
  }
}

customElements.define("plan-gantt", PlanGantt);
