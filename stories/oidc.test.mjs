// People sign in with the company's account: who is known comes in, everybody else is told why not, and nothing that is
// bent on the way is believed.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { freePort, openBrowser, serveNew } from "./browser.mjs";
import { SECRET, startProvider } from "./provider.mjs";
import { Traveller } from "./traveller.mjs";

const PASSWORD = "seven green kettles sing";
const UNKNOWN = {
  en: "You are known to the company's sign-in service but not here",
  ru: "Служба входа компании вас знает, а здесь вас нет",
};
const CLOSED = { en: "There is no registration", ru: "Регистрации нет" };
const FAILED = {
  en: "sign-in service did not answer as it should",
  ru: "Служба входа компании ответила не так, как должна",
};

let browser;
let reper;
let company;
let admin;

/** A department with an administrator who signs in by password, and a provider. */
async function open(options) {
  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  company = await startProvider(site, options);
  reper = await serveNew(port, ["--oidc-issuer", company.issuer, "--oidc-client", company.client], SECRET);
  admin = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await admin.goto(reper.first);
  await admin.fill("#name", "The Administrator");
  await admin.fill("#login", "root");
  await admin.fill("#password", PASSWORD);
  await admin.fill("#again", PASSWORD);
  await press(admin, ".gate .btn-primary");
}

async function close() {
  await admin?.context().close();
  await reper?.stop();
  await company?.stop();
}

const press = (page, button) => Promise.all([page.waitForNavigation(), page.click(button)]);
const visitor = async (lang) => (await browser.newContext({ locale: lang === "ru" ? "ru-RU" : "en-GB" })).newPage();

async function invite(email, login) {
  await admin.goto(`${reper.address}/users`);
  await admin.fill("#email", email);
  await admin.fill("#login", login);
  await press(admin, 'form[action="/users/invite"] .btn-primary');
}

/** Opens a page of Reper as somebody who has not signed in, and goes through the provider. */
async function enter(page, sub, path = "/account") {
  await page.goto(`${reper.address}${path}`);
  await page.click('a[href^="/sign-in/oidc"]');
  await page.waitForSelector(`[id="${sub}"]`);
  await page.click(`[id="${sub}"]`);
  await page.waitForURL((url) => url.href.startsWith(reper.address));
}

/** What the audit trail keeps, as a table of texts. */
async function trail() {
  return (await admin.request.get(`${reper.address}/audit.csv`)).text();
}

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

for (const [where, inToken] of [["in the token", true], ["in the user info", false]]) {
  describe(`a provider that tells the address ${where}`, () => {
    before(() => open({ inToken }));
    after(close);

    test("the invited come in to the page they asked for, and are known by their subject from then on", async () => {
      company.people.vera = { email: "Vera@Example.com", email_verified: true, name: "Вера Ким" };
      await invite("vera@example.com", "vera");
      const page = await visitor("ru");
      await enter(page, "vera", "/search?q=x");
      assert.equal(page.url(), `${reper.address}/search?q=x`);
      await page.goto(`${reper.address}/account`);
      assert.equal(await page.inputValue("#name"), "Вера Ким");
      await page.context().close();

      company.people.vera.email = "vera.married@example.com";
      const again = await visitor("ru");
      await enter(again, "vera");
      assert.equal(again.url(), `${reper.address}/account`);
      assert.match(await again.textContent("main"), /vera@example\.com/);
      await again.context().close();

      await admin.goto(`${reper.address}/users/vera`);
      assert.ok((await admin.textContent("main")).includes(`${company.issuer}|vera`));
      const kept = await trail();
      assert.match(kept, /vera.*sign-in.*identity provider/);
      assert.doesNotMatch(kept, new RegExp(SECRET));
    });

    test("a user who has a password is known by a verified address", async () => {
      company.people["subject-of-root"] = { email: "root@example.com", email_verified: true };
      await admin.goto(`${reper.address}/users/root`);
      await admin.fill("#email", "root@example.com");
      await press(admin, 'form[action="/users/root"] .btn-primary');
      const page = await visitor("en");
      await enter(page, "subject-of-root", "/users");
      assert.equal(page.url(), `${reper.address}/users`);
      await page.context().close();
      assert.match(await trail(), /identity provider bound/);
    });

    test("another subject with the address of somebody who is bound is not that user", async () => {
      company.people.impostor = { email: "root@example.com", email_verified: true };
      const page = await visitor("en");
      await enter(page, "impostor");
      assert.ok((await page.textContent('[role="alert"]')).includes(UNKNOWN.en));
      await page.context().close();
    });

    for (const lang of ["ru", "en"]) {
      test(`who is unknown is told so, in ${lang}`, async () => {
        company.people.stranger = { email: "stranger@example.com", email_verified: true };
        const page = await visitor(lang);
        await enter(page, "stranger");
        assert.ok((await page.textContent('[role="alert"]')).includes(UNKNOWN[lang]));
        assert.ok((await page.textContent("main")).includes(CLOSED[lang]));
        await page.goto(`${reper.address}/account`);
        assert.match(page.url(), /\/sign-in/, "nobody has come in");
        await page.context().close();
      });
    }

    test("an address that the provider has not verified is not believed", async () => {
      await invite("petr@example.com", "petr");
      for (const said of [{ email_verified: false }, {}]) {
        company.people.petr = { email: "petr@example.com", ...said };
        const page = await visitor("en");
        await enter(page, "petr");
        assert.ok((await page.textContent('[role="alert"]')).includes(UNKNOWN.en), JSON.stringify(said));
        await page.context().close();
      }
      assert.match(await trail(), /failed sign-in/);
    });
  });
}

describe("what is bent on the way", () => {
  before(async () => {
    await open({ inToken: true });
    company.people.anna = { email: "anna@example.com", email_verified: true };
    await invite("anna@example.com", "anna");
  });
  after(close);

  const begin = (traveller) => traveller.led(`${reper.address}/sign-in/oidc?back=/account`);
  const bent = (url, name, value) => {
    const to = new URL(url);
    to.searchParams.set(name, value);
    return to.href;
  };
  const refused = async (traveller, url) => {
    const answer = await traveller.get(url);
    assert.ok([422, 502].includes(answer.status), `${answer.status}`);
    assert.match(await answer.text(), /role="alert"/);
    assert.equal(await traveller.isIn(reper.address), false);
  };

  test("a straight way leads in, once; the same answer again does not", async () => {
    const anna = new Traveller();
    const authorize = await begin(anna);
    const asked = new URL(authorize).searchParams;
    assert.equal(asked.get("code_challenge_method"), "S256");
    assert.ok(asked.get("nonce") && asked.get("state"));
    const back = await anna.answered(authorize, "anna");
    assert.equal(await anna.led(back), `${reper.address}/account`);
    assert.ok(await anna.isIn(reper.address));
    await refused(new Traveller(), back);
    assert.equal((await anna.get(back)).headers.get("location"), null, "not even in the same browser");
  });

  test("another state, none, or that of another browser", async () => {
    const [anna, mallory] = [new Traveller(), new Traveller()];
    const back = await anna.answered(await begin(anna), "anna");
    const others = await mallory.answered(await begin(mallory), "anna");
    await refused(mallory, back);
    await refused(anna, bent(back, "state", new URL(others).searchParams.get("state")));
    const third = new Traveller();
    await refused(third, bent(await third.answered(await begin(third), "anna"), "state", ""));
  });

  test("a code of another sign-in does not fit the verifier", async () => {
    const [anna, mallory] = [new Traveller(), new Traveller()];
    const hers = await anna.answered(await begin(anna), "anna");
    const own = await mallory.answered(await begin(mallory), "anna");
    await refused(mallory, bent(own, "code", new URL(hers).searchParams.get("code")));
  });

  test("another challenge, another nonce", async () => {
    for (const [name, value] of [["code_challenge", "A".repeat(43)], ["nonce", "another"]]) {
      const mallory = new Traveller();
      await refused(mallory, await mallory.answered(bent(await begin(mallory), name, value), "anna"));
    }
  });

  test("a token that was changed, or that nobody signed", async () => {
    const of = (part) => JSON.parse(Buffer.from(part, "base64url"));
    const text = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const spoilt = [
      ([head, body, sign]) => [head, text({ ...of(body), sub: "another" }), sign],
      ([, body]) => [text({ alg: "none" }), body, ""],
    ];
    for (const spoil of spoilt) {
      const mallory = new Traveller();
      const back = await mallory.answered(await begin(mallory), "anna");
      company.spoil = (answer) => (answer.id_token = spoil(answer.id_token.split(".")).join("."));
      await refused(mallory, back);
      company.spoil = null;
    }
  });

  test("who says no at the provider is back at the door", async () => {
    const page = await visitor("en");
    await enter(page, "no");
    assert.ok(await page.isVisible('[role="alert"]'));
    await page.context().close();
  });

  test("no page beyond the site is led to", async () => {
    const anna = new Traveller();
    const authorize = await anna.led(`${reper.address}/sign-in/oidc?back=${encodeURIComponent("//evil.example/x")}`);
    const to = await anna.led(await anna.answered(authorize, "anna"));
    assert.ok(to.startsWith(`${reper.address}/`), to);
  });
});

describe("a provider that is away", () => {
  before(() => open({}));
  after(close);

  test("while somebody is under way, and from the beginning: it is said, and the password opens", async () => {
    company.people.anna = { email: "anna@example.com", email_verified: true };
    const anna = new Traveller("ru");
    const authorize = await anna.led(`${reper.address}/sign-in/oidc?back=/account`);
    const back = await anna.answered(authorize, "anna");
    await company.stop();
    const answer = await anna.get(back);
    assert.ok((await answer.text()).includes(FAILED.ru));

    await reper.restart();
    for (const lang of ["ru", "en"]) {
      const page = await visitor(lang);
      await page.goto(`${reper.address}/users`);
      await press(page, 'a[href^="/sign-in/oidc"]');
      assert.ok((await page.textContent('[role="alert"]')).includes(FAILED[lang]));
      await page.fill("#login", "root");
      await page.fill("#password", PASSWORD);
      await press(page, ".gate form .btn-primary");
      assert.equal(page.url(), `${reper.address}/users`, "the page that was asked for is not forgotten");
      await page.context().close();
    }
  });
});

test("a provider elsewhere is never asked without encryption", async () => {
  const port = await freePort();
  const far = await serveNew(port, ["--oidc-issuer", "http://provider.invalid", "--oidc-client", "reper"], SECRET);
  try {
    const answer = await new Traveller().get(`${far.address}/sign-in/oidc`);
    assert.ok((await answer.text()).includes(FAILED.en));
    assert.match(far.said(), /https/);
  } finally {
    await far.stop();
  }
});
