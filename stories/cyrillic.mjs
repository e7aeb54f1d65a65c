import assert from "node:assert/strict";

/** Text in windows-1251, which has a byte for each letter. */
export function cyrillic(text) {
  const others = { "Ё": 0xa8, "ё": 0xb8, "«": 0xab, "»": 0xbb, "\u00a0": 0xa0, "—": 0x97, "–": 0x96, "№": 0xb9, "’": 0x92 };
  return Buffer.from([...text].map((letter) => {
    const code = letter.codePointAt(0);
    if (code < 0x80) return code;
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
    assert.ok(letter in others, `${letter} is not of windows-1251`);
    return others[letter];
  }));
}
