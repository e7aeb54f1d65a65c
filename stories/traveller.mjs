// A browser without pages: it keeps cookies by host and stops at every redirect, so that a story can bend what is sent.

export class Traveller {
  #jars = new Map();

  constructor(lang = "en") {
    this.lang = lang;
  }

  /** One request; redirects are not followed. */
  async get(url) {
    const host = new URL(url).host;
    const jar = this.#jars.get(host) ?? new Map();
    this.#jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { redirect: "manual", headers: { cookie, "accept-language": this.lang } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    return answer;
  }

  /** Where an address leads. */
  async led(url) {
    const answer = await this.get(url);
    const to = answer.headers.get("location");
    if (!to) throw new Error(`${url} leads nowhere: ${answer.status} ${await answer.text()}`);
    return new URL(to, url).href;
  }

  /** Signs in at the provider as `sub`, from the address that Reper sent us to; gives the address to go back to. */
  async answered(authorize, sub) {
    const who = await this.led(authorize);
    return this.led(await this.led(`${who}?is=${sub}`));
  }

  /** Whether Reper lets us see our own account. */
  async isIn(site) {
    return (await this.get(`${site}/account`)).status === 200;
  }
}
