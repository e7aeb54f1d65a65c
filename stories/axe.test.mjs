// Every page, with content, is held against the rules of accessibility by axe-core: once wide and once narrow, once light and once
// dark, once in each language; which goes with which alternates from page to page. Of the forms of new elements, which are of one make, each is looked at in
// one language.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { openBrowser, serveEmpty } from "./browser.mjs";
import { makeBusy } from "./busy.mjs";
import { save, send } from "./steps.mjs";

const KINDS = [
  "unit", "person", "role", "competence", "software", "handoff", "approval", "business_goal", "statement", "tows", "segment",
  "competitor", "channel", "baseline", "goal", "task", "instrument", "tactic", "action", "kpi", "objective", "initiative",
  "process", "source", "query", "route", "study",
];
const PAGES = [
  "/", "/start", "/situation", "/objectives", "/strategy", "/tactics", "/actions", "/actions?view=gantt", "/actions?view=calendar",
  "/actions?sort=ends&down=true", "/control", "/scorecard", "/processes", "/handoffs", "/people", "/listening", "/kpis", "/studies", "/studies/reply_and_rest", "/ask?data=kpi&method=correlate&o.columns=first_reply,answered_in_day",
  "/kpis/first_reply", "/findings", "/findings/OB11", "/rules", "/documents", "/search", "/search?q=reply", "/revisions",
  "/revisions/1", "/revisions/4?since=1", "/text/sostac.toml", "/files/business.toml", "/approval", "/approval/1", "/comments/goal/heard",
  "/users", "/users/peter", "/account", "/account/second-factor", "/keys", "/hooks", "/api", "/audit", "/calendar", "/import",
  "/corrections", "/corrections/1", "/measurements/import", "/measurements/imports", "/measurements/enter", "/measurements/enter?all=1",
  "/what-if?kpi=first_reply", "/control/reports", "/kpis/first_reply/since?day=2026-08-03",
  "/edit/about", "/edit/goal", "/edit/goal/heard", "/edit/kpi/first_reply", "/edit/horizons", "/no-such-page",
  ...KINDS.map((kind) => `/new/${kind}`),
];

/** A link that nobody was given. */
const UNKNOWN = `/join/${"0".repeat(64)}`;

/** How the two languages are looked at, on pages of even and of odd numbers. */
const WAYS = [
  [{ theme: "light", width: 1440 }, { theme: "dark", width: 390 }],
  [{ theme: "light", width: 390 }, { theme: "dark", width: 1440 }],
];

let server;
let browser;
let axe;
let chief;
let cookies;

before(async () => {
  server = await serveEmpty({ demo: "en" });
  browser = await openBrowser();
  axe = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
  chief = await makeBusy(browser, server);
  cookies = await chief.context.storageState();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** What axe finds on the page that `go` leads to, in all ways. */
async function held(number, go, state = cookies, both = true) {
  const found = [];
  for (const [at, lang] of (number % 2 ? ["en", "ru"] : ["ru", "en"]).slice(0, both ? 2 : 1).entries()) {
    // The policy forbids scripts that are not the page's own; here, and only here, axe is let in.
    const context = await browser.newContext({ locale: lang === "ru" ? "ru-RU" : "en-GB", bypassCSP: true, storageState: state });
    await context.addCookies([{ name: "lang", value: lang, url: server.address }]);
    const page = await context.newPage();
    await go(page, context);
    await page.evaluate(axe);
    // A page that is looked at in one language is looked at in both ways.
    for (const { theme, width } of both ? [WAYS[(number >> 1) % 2][at]] : WAYS[0]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      const violations = await page.evaluate(async () => {
        const told = await window.axe.run(document, { resultTypes: ["violations"], preload: false });
        return told.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} (${[...node.any, ...node.all, ...node.none][0]?.message ?? ""})`).join(" | ")}`);
      });
      found.push(...violations.map((violation) => `${lang}, ${theme}, ${width}: ${violation}`));
    }
    await context.close();
  }
  return found;
}

const open = (path) => async (page) => {
  const answer = await page.goto(server.address + path);
  assert.equal(answer.status(), { "/no-such-page": 404, [UNKNOWN]: 410 }[path] ?? 200, path);
};

describe("axe finds nothing", { concurrency: 3 }, () => {
  for (const [number, path] of PAGES.entries()) {
    test(path, async () => assert.deepEqual(await held(number, open(path), cookies, !path.startsWith("/new/")), []));
  }
  const nobody = { cookies: [], origins: [] };
  test("signing in", async () => assert.deepEqual(await held(0, open("/sign-in"), nobody), []));
  test("a link that is not known", async () => assert.deepEqual(await held(1, open(UNKNOWN), nobody), []));
  test("joining", async () => assert.deepEqual(await held(1, (page) => page.goto(chief.link), nobody), []));
  test("the link of an invitation", async () => {
    const invited = async (page) => {
      await page.goto(`${server.address}/users`);
      await page.fill("#login", "somebody");
      await send(page, 'form[action="/users/invite"] .btn-primary');
    };
    assert.deepEqual(await held(0, invited), []);
  });
  test("a key that was just made", async () => {
    const made = async (page) => {
      await page.goto(`${server.address}/keys`);
      await page.fill("#key-name", "Another program");
      await send(page, 'form[action="/keys"] .btn-primary');
    };
    assert.deepEqual(await held(1, made), []);
  });
  test("a hook that was just made", async () => {
    const made = async (page) => {
      await page.goto(`${server.address}/hooks`);
      await page.fill("#hook-url", "https://hooks.example/reper");
      await send(page, 'form[action="/hooks"] .btn-primary');
      assert.ok(await page.isVisible("code.secret"), await page.textContent("main"));
    };
    assert.deepEqual(await held(0, made), []);
  });
  test("the columns of a file, and what it would change", async () => {
    const file = { name: "tasks.csv", mimeType: "text/csv", buffer: Buffer.from("Task;Owner;Due\nAnswer within the hour;Leo Martin;31.12.2027\nFilm a repair;Nobody;soon\n") };
    for (const step of [1, 2]) {
      const sent = async (page) => {
        await page.goto(`${server.address}/import`);
        await page.setInputFiles("#file", file);
        await send(page, 'form[action="/import"] .btn-primary');
        if (step === 2) await send(page, "main form.form .btn:not(.btn-primary), main form .btn >> nth=0");
      };
      assert.deepEqual(await held(step, sent), []);
    }
  });
  test("two texts in conflict, and a form that cannot be read", async () => {
    const disputed = async (page, context) => {
      const other = await context.newPage();
      for (const one of [page, other]) await one.goto(`${server.address}/edit/goal/fair_reviews`);
      for (const one of [other, page]) {
        await one.fill('[name="f.why"]', `${Math.random()}`);
        await save(one);
      }
      assert.ok(await page.isVisible(".theirs"));
      await other.close();
    };
    assert.deepEqual(await held(0, disputed), []);
    const unread = async (page) => {
      await page.goto(`${server.address}/new/kpi`);
      await page.fill('[name="f.tolerance"]', "much");
      await save(page);
    };
    assert.deepEqual(await held(1, unread), []);
  });
});
