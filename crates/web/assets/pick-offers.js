// @ts-check
/** What fits the words that somebody types: of what stands in the page, or asked for from the server. */
/** @typedef {import("./pick-plain.js").Offer} Offer */

/** So many are shown at a time. */
const SHOWN = 60;

/** Without case, «ё» as «е». @param {string} text */
const folded = (text) => text.toLowerCase().replaceAll("ё", "е");

/**
 * Those in which every word occurs; names that begin with the first word stand first.
 * @param {Offer[]} all
 * @param {string} words
 */
export function fitting(all, words) {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const fits = all.filter((one) => wanted.every((word) => folded(`${one.name} ${one.id} ${one.note}`).includes(word)));
  const begins = (/** @type {Offer} */ one) => Number(wanted.length > 0 && folded(one.name).startsWith(wanted[0]));
  return fits.sort((one, other) => begins(other) - begins(one)).slice(0, SHOWN);
}

/**
 * @param {string} address
 * @param {string} words
 * @param {AbortSignal} signal
 * @returns {Promise<Offer[] | null>} nothing where a later question has taken the place of this one, or the server is away
 */
export async function asked(address, words, signal) {
  try {
    const answer = await fetch(`${address}?q=${encodeURIComponent(words)}`, { signal });
    return answer.ok ? await answer.json() : null;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}
