// @ts-check
/** A bar of the plan: how far its ends are away from what is saved, and how it shows that. */
import { days, iso, said } from "./days.js";

/** So many pixels at an end of a bar change that end alone. */
const GRIP = 7;

export class Bar {
  /** @param {SVGAElement} link @param {number} perDay units of the picture */
  constructor(link, perDay) {
    this.link = link;
    this.perDay = perDay;
    this.id = link.dataset.id ?? "";
    this.first = days(link.dataset.from ?? "");
    this.last = days(link.dataset.to ?? "");
    /** By how many days each end has been moved. */
    this.from = 0;
    this.to = 0;
    this.rects = [...link.querySelectorAll("rect")].map((rect) => ({
      rect, x: Number(rect.getAttribute("x")), width: Number(rect.getAttribute("width")),
    }));
  }

  get pending() {
    return this.from !== 0 || this.to !== 0;
  }

  get saving() {
    return this.link.classList.contains("saving");
  }

  set saving(saving) {
    this.link.classList.toggle("saving", saving);
  }

  /** Which part of it the pointer is on. @param {PointerEvent} event */
  part(event) {
    const box = this.link.getBoundingClientRect();
    const grip = Math.min(GRIP, box.width / 3);
    if (event.clientX < box.left + grip) return "from";
    return event.clientX > box.right - grip ? "to" : "both";
  }

  /** Shows it so many days away; it never ends before it begins. @param {number} from @param {number} to */
  shift(from, to) {
    const length = this.last - this.first;
    if (from !== to) {
      if (from > to + length) from = to + length;
      if (to < from - length) to = from - length;
    }
    [this.from, this.to] = [from, to];
    for (const { rect, x, width } of this.rects) {
      rect.setAttribute("x", `${x + from * this.perDay}`);
      rect.setAttribute("width", `${Math.max(4, width + (to - from) * this.perDay)}`);
    }
    this.link.classList.toggle("pending", this.pending);
  }

  /** Its new days. */
  ends() {
    return [iso(this.first + this.from), iso(this.last + this.to)];
  }

  words() {
    const name = (this.link.getAttribute("aria-label") ?? "").split(" · ")[0];
    return `${name}: ${this.ends().map(said).join(" – ")}.`;
  }
}
