// @ts-check
/**
 * What a reference is chosen with where there is no script, as what it offers and what is chosen. It stays in the form and is
 * what is sent.
 * @typedef {{ id: string, name: string, note: string }} Offer
 */

/** @param {string} line `Anna Petrova · anna`, or the id alone @returns {Offer} */
function offer(line) {
  const at = line.lastIndexOf(" · ");
  return at < 0 ? { id: line, name: line, note: "" } : { id: line.slice(at + 3), name: line.slice(0, at), note: "" };
}

/** @param {Offer} one */
const line = (one) => (one.name === one.id ? one.id : `${one.name} · ${one.id}`);

/** A list of which one is selected. @param {HTMLSelectElement} select */
function ofSelect(select) {
  const options = [...select.options].filter((option) => option.value);
  return {
    control: select, many: false,
    offers: options.map((option) => ({ id: option.value, name: option.text, note: option.dataset.note ?? "" })),
    chosen: () => [...select.selectedOptions].filter((option) => option.value).map((option) => option.value).map(offer),
    /** @param {Offer[]} all */
    choose: (all) => (select.value = all[0]?.id ?? ""),
  };
}

/** Boxes to tick. @param {HTMLElement} ticks */
function ofBoxes(ticks) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...ticks.querySelectorAll("input")]);
  return {
    control: ticks, many: true,
    offers: boxes.map((box) => ({
      id: box.value, name: box.nextElementSibling?.textContent ?? box.value, note: box.dataset.note ?? "",
    })),
    chosen: () => boxes.filter((box) => box.checked).map((box) => offer(box.value)),
    /** @param {Offer[]} all */
    choose: (all) => boxes.forEach((box) => (box.checked = all.some((one) => one.id === box.value))),
  };
}

/** A text that names one, or one a line. @param {HTMLInputElement | HTMLTextAreaElement} text */
function ofText(text) {
  return {
    control: text, many: text instanceof HTMLTextAreaElement,
    /** @type {Offer[]} */
    offers: [],
    chosen: () => text.value.split("\n").map((one) => one.trim()).filter(Boolean).map(offer),
    /** @param {Offer[]} all */
    choose: (all) => (text.value = all.map(line).join("\n")),
  };
}

/** @param {HTMLElement} inside */
export function plain(inside) {
  const control = /** @type {HTMLElement} */ (inside.querySelector(".plain"));
  if (control instanceof HTMLSelectElement) return ofSelect(control);
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) return ofText(control);
  return ofBoxes(control);
}
