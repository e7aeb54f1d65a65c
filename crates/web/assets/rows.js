// @ts-check
/**
 * `<record-rows>`: rows are added and removed one by one. Without this script empty rows stand below those that are filled,
 * and a row that is emptied is gone.
 */
class RecordRows extends HTMLElement {
  connectedCallback() {
    const rows = this.rows();
    const blank = rows.at(-1);
    if (this.blank || !blank) return;
    this.blank = /** @type {HTMLElement} */ (blank.cloneNode(true));
    this.next = rows.length;
    const empty = rows.filter((row) => this.controls(row).every((control) => !control.value));
    for (const row of empty.slice(empty.length === rows.length ? 1 : 0)) row.remove();
    this.rows().forEach((row) => this.dress(row));
    this.button = document.createElement("button");
    Object.assign(this.button, { type: "button", className: "btn row-add", textContent: `+ ${this.dataset.add}` });
    this.button.addEventListener("click", () => this.add());
    this.append(this.button);
  }

  rows() {
    return /** @type {HTMLElement[]} */ ([...this.children].filter((row) => row.matches(".field")));
  }

  /** @param {HTMLElement} row */
  controls(row) {
    return /** @type {HTMLInputElement[]} */ ([...row.querySelectorAll("input, select, textarea")]);
  }

  /** A row with a button that removes it. @param {HTMLElement} row */
  dress(row) {
    const remove = document.createElement("button");
    Object.assign(remove, { type: "button", className: "btn row-remove", textContent: "×", title: this.dataset.remove });
    remove.setAttribute("aria-label", this.dataset.remove ?? "");
    remove.addEventListener("click", () => this.take(row));
    row.append(remove);
  }

  add() {
    const row = /** @type {HTMLElement} */ (this.blank?.cloneNode(true));
    const { name = "" } = this.dataset;
    const old = `${name}.${this.controls(row)[0].name.slice(name.length + 1).split(".")[0]}`;
    for (const part of row.querySelectorAll("*")) {
      for (const key of ["name", "id", "for", "aria-describedby"]) {
        const value = part.getAttribute(key);
        if (value?.startsWith(old)) part.setAttribute(key, value.replaceAll(old, `${name}.${this.next}`));
      }
    }
    this.next = (this.next ?? 0) + 1;
    this.dress(row);
    this.button?.before(row);
    this.controls(row)[0].focus();
  }

  /** @param {HTMLElement} row */
  take(row) {
    const rows = this.rows();
    const beside = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
    row.remove();
    this.dispatchEvent(new Event("input", { bubbles: true }));
    /** @type {HTMLElement | null | undefined} */ (beside?.querySelector(".row-remove") ?? this.button)?.focus();
  }
}

customElements.define("record-rows", RecordRows);
