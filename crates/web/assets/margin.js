// @ts-check
/**
 * `<margin-notes>`: moves each note down to the element that it speaks of, as far as the notes above let it.
 * Without this script the notes stand one under another beside the same section.
 */
class MarginNotes extends HTMLElement {
  connectedCallback() {
    this.settle = this.settle.bind(this);
    addEventListener("resize", this.settle);
    document.fonts.ready.then(this.settle);
  }

  disconnectedCallback() {
    removeEventListener("resize", this.settle);
  }

  settle() {
    const notes = /** @type {HTMLElement[]} */ ([...this.children]);
    for (const note of notes) note.style.marginTop = "";
    if (getComputedStyle(this).position === "static") return;
    for (const note of notes) {
      const subject = document.getElementById(note.dataset.subject ?? "");
      if (!subject) continue;
      const gap = subject.getBoundingClientRect().top - note.getBoundingClientRect().top;
      if (gap > 0) note.style.marginTop = `${gap + parseFloat(getComputedStyle(note).marginTop)}px`;
    }
  }
}

customElements.define("margin-notes", MarginNotes);
