// @ts-check
/** Sends changes and shows what the page says afterwards, without leaving it. */

/**
 * Puts the part of an answered page in the place of the same part of this one.
 * @param {Response} answer
 * @param {string} id
 * @returns {Promise<string>} why it could not be done; empty where it was
 */
export async function swap(answer, id) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.getElementById(id);
  if (answer.ok && part) {
    document.getElementById(id)?.replaceChildren(...part.childNodes);
    return "";
  }
  const told = page.querySelector("[role=alert]") ?? page.querySelector("main p") ?? page.querySelector("h1");
  return told?.textContent?.trim() || `${answer.status}`;
}

/**
 * Sends a form as the browser would; an answer that leads elsewhere is followed.
 * @param {string} address
 * @param {[string, string][]} fields
 * @param {string} token
 */
export function send(address, fields, token) {
  return fetch(address, { method: "POST", body: new URLSearchParams(fields), headers: { "x-csrf": token } });
}
