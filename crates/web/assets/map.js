// @ts-check
/**
 * `<strategy-map>`: a link from cause to effect is drawn by dragging from one card to another; a click on a link asks
 * whether to remove it. Without this script the forms below the map do the same.
 */
import { send, swap } from "./swap.js";

const SVG = "http://www.w3.org/2000/svg";
const PART = "section";

class StrategyMap extends HTMLElement {
  connectedCallback() {
    this.svg = this.querySelector("svg");
    this.dialog = this.querySelector("dialog");
    if (!("edit" in this.dataset) || !this.svg) return;
    for (const card of /** @type {NodeListOf<SVGAElement>} */ (this.querySelectorAll("a.node"))) {
      card.addEventListener("dragstart", (event) => event.preventDefault());
      card.addEventListener("pointerdown", (event) => this.draw(/** @type {PointerEvent} */ (event), card));
      card.addEventListener("click", (event) => this.drawn && event.preventDefault());
    }
    for (const wire of /** @type {NodeListOf<SVGAElement>} */ (this.querySelectorAll("a.wire"))) {
      this.widen(wire);
      wire.addEventListener("click", (event) => {
        event.preventDefault();
        this.ask(wire);
      });
    }
    this.dialog?.querySelector("[type=button]")?.addEventListener("click", () => this.dialog?.close());
    this.dialog?.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.dialog?.close();
      this.join(this.dialog?.dataset.cause ?? "", this.dialog?.dataset.effect ?? "", true);
    });
  }

  /** A thin line is hard to hit: a wide one lies invisibly over it. @param {SVGAElement} wire */
  widen(wire) {
    const path = wire.querySelector("path");
    if (!path) return;
    const wide = /** @type {SVGPathElement} */ (path.cloneNode());
    wide.setAttribute("class", "hit");
    wide.setAttribute("stroke-width", "14");
    wide.setAttribute("stroke-opacity", "0");
    wire.append(wide);
  }

  /** The point of the picture under the pointer. @param {PointerEvent} event */
  point(event) {
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM()?.inverse());
  }

  /** @param {PointerEvent} event @param {SVGAElement} card */
  draw(event, card) {
    if (event.button !== 0) return;
    event.preventDefault();
    card.focus({ preventScroll: true });
    this.drawn = false;
    const box = /** @type {SVGGraphicsElement} */ (card.querySelector("rect")).getBBox();
    const line = document.createElementNS(SVG, "line");
    line.setAttribute("class", "drawing");
    line.setAttribute("x1", `${box.x + box.width / 2}`);
    line.setAttribute("y1", `${box.y + box.height / 2}`);
    card.setPointerCapture(event.pointerId);
    /** @type {Element | null | undefined} */
    let over = null;
    /** @param {PointerEvent} now */
    const move = (now) => {
      if (!this.drawn && Math.hypot(now.clientX - event.clientX, now.clientY - event.clientY) < 6) return;
      this.drawn = true;
      const { x, y } = this.point(now);
      line.setAttribute("x2", `${x}`);
      line.setAttribute("y2", `${y}`);
      if (!line.isConnected) this.svg?.append(line);
      over?.classList.remove("over");
      over = document.elementFromPoint(now.clientX, now.clientY)?.closest("a.node");
      if (over === card || !this.contains(over ?? null)) over = null;
      over?.classList.add("over");
    };
    const drop = () => {
      card.removeEventListener("pointermove", move);
      card.removeEventListener("pointerup", drop);
      card.removeEventListener("pointercancel", drop);
      line.remove();
      over?.classList.remove("over");
      if (over) this.join(card.dataset.id ?? "", /** @type {SVGAElement} */ (over).dataset.id ?? "", false);
      // A click that comes with the drop is no click.
      setTimeout(() => (this.drawn = false));
    };
    card.addEventListener("pointermove", move);
    card.addEventListener("pointerup", drop);
    card.addEventListener("pointercancel", drop);
  }

  /** @param {SVGAElement} wire */
  ask(wire) {
    const dialog = this.dialog;
    if (!dialog) return;
    dialog.dataset.cause = wire.dataset.from;
    dialog.dataset.effect = wire.dataset.to;
    const which = dialog.querySelector(".which");
    if (which) which.textContent = wire.getAttribute("aria-label");
    dialog.showModal();
  }

  /** @param {string} cause @param {string} effect @param {boolean} remove */
  async join(cause, effect, remove) {
    /** @type {[string, string][]} */
    const fields = [["base", this.dataset.base ?? ""], ["cause", cause], ["effect", effect]];
    if (remove) fields.push(["remove", "true"]);
    const answer = await send("/map", fields, this.dataset.csrf ?? "").catch(() => null);
    const wrong = answer ? await swap(answer, PART) : "…";
    const said = document.querySelector("strategy-map .plan-said");
    if (wrong && said) said.textContent = wrong;
    const card = document.querySelector(`a.node[data-id="${CSS.escape(cause)}"]`);
    /** @type {HTMLElement | null} */ (card)?.focus({ preventScroll: true });
  }
}

customElements.define("strategy-map", StrategyMap);
