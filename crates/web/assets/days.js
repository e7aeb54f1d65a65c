// @ts-check
/** Days as the server writes them, as counts, and as a person reads them. */
const DAY = 86_400_000;

/** Days since 1970. @param {string} day */
export const days = (day) => Date.parse(day) / DAY;

/** @param {number} count */
export const iso = (count) => new Date(count * DAY).toISOString().slice(0, 10);

/** A day in the language of the page. @param {string} day */
export function said(day) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeZone: "UTC" });
  return format.format(new Date(day));
}
