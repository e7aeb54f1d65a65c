// @ts-check
/** What a reference is found with: an input with its list, in the place of the plain control, under the same label. */

/**
 * @param {HTMLElement} pick
 * @param {{ control: HTMLElement, many: boolean }} plain
 */
export function box(pick, { control, many }) {
  const place = document.createElement("div");
  const chips = document.createElement("span");
  const input = document.createElement("input");
  const open = document.createElement("button");
  const list = document.createElement("ul");
  const field = pick.closest(".field");
  const words = field?.querySelector(":scope > label, :scope > legend")?.textContent ?? "";
  const help = field?.querySelector(":scope > .help")?.id ?? "";
  const id = control.id || `${words}-pick`.replace(/\s+/g, "-");
  place.className = "pick-box";
  chips.className = "chips";
  Object.assign(input, { type: "text", autocomplete: "off", spellcheck: false, placeholder: pick.dataset.find, id });
  for (const [name, value] of [
    ["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", `${id}-list`],
    ["aria-label", words], ["aria-describedby", help], ["aria-invalid", control.getAttribute("aria-invalid") ?? ""],
  ]) if (value) input.setAttribute(name, value);
  Object.assign(open, { type: "button", className: "pick-open", textContent: "▾", tabIndex: -1, title: pick.dataset.open });
  open.setAttribute("aria-label", `${pick.dataset.open}: ${words}`);
  Object.assign(list, { id: `${id}-list`, role: "listbox", ariaLabel: words, hidden: true });
  if (many) list.setAttribute("aria-multiselectable", "true");
  place.append(chips, input, open);
  control.removeAttribute("id");
  // The plain control is what is sent; nobody sees it or gets to it.
  if (control.matches(".ticks")) control.hidden = true;
  else control.classList.add("hidden");
  control.setAttribute("aria-hidden", "true");
  control.tabIndex = -1;
  pick.append(place, list);
  if (control.autofocus) input.focus();
  return { input, list, chips, open };
}
