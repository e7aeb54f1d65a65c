// A newcomer looks through the demo department, in both languages, on a desk and on a phone.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openBrowser, openPage, serveDemo } from "./browser.mjs";

const PAGES = [
  "/", "/situation", "/objectives", "/strategy", "/tactics", "/actions", "/actions?view=gantt",
  "/actions?view=calendar", "/control",
  "/scorecard", "/processes", "/handoffs", "/people", "/listening", "/kpis", "/studies", "/studies/reply_and_rest", "/ask?data=kpi&method=describe", "/findings", "/rules", "/documents", "/search",
  "/what-if?kpi=first_reply", "/control/reports", "/kpis/first_reply/since?day=2026-08-03",
];

let server;
let browser;

before(async () => {
  server = await serveDemo();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const lang of ["ru", "en"]) {
  describe(`in ${lang}`, () => {
    for (const width of [1440, 390]) {
      test(`every page opens quietly at ${width} px`, async () => {
        const { page, faults, context } = await openPage(browser, server.address, {
          lang, width, theme: width === 390 ? "dark" : "light",
        });
        for (const path of PAGES) {
          await page.goto(server.address + path);
          assert.equal(await page.getAttribute("html", "lang"), lang, path);
          assert.ok((await page.textContent("h1")).trim().length > 0, path);
          assert.ok(!(await page.content()).includes("‹"), `${path}: a string is missing`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${path} is ${wide} px wider than the window`);
        }
        assert.deepEqual(faults, []);
        await context.close();
      });
    }

    test("from a KPI on the overview to the rows behind it", async () => {
      const { page, faults, context } = await openPage(browser, server.address, { lang });
      await page.goto(server.address);
      await page.click('a[href^="/kpis/"]');
      assert.ok(await page.isVisible("svg"));
      assert.ok(await page.getByText(/synthetic|синтетич/i).first().isVisible());
      assert.ok((await page.locator("table tbody tr").count()) > 10, "the measurements are listed");
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("both documents can be downloaded", async () => {
      const { page, context } = await openPage(browser, server.address, { lang });
      await page.goto(`${server.address}/documents`);
      for (const [name, begins] of [[`sostac.${lang}.pdf`, "%PDF-"], [`scorecard.${lang}.html`, "<!doctype html>"]]) {
        const answer = await page.request.get(`${server.address}/documents/${name}`);
        assert.equal(answer.status(), 200, name);
        const start = (await answer.body()).subarray(0, 15).toString().toLowerCase();
        assert.ok(start.startsWith(begins.toLowerCase()), `${name} begins with ${start}`);
      }
      await context.close();
    });

    test("a finding is read, mended in the text, and gone", async () => {
      const { page, faults, context } = await openPage(browser, server.address, { lang });
      await page.goto(`${server.address}/findings`);
      const before = await page.content();
      assert.ok(before.includes("OB11"), "the task without an owner is told");
      await page.click('a[href^="/findings/OB11"]');
      assert.ok((await page.textContent("main")).includes("[task."), "the explanation has examples");

      const people = await (await page.request.get(`${server.address}/files/department.toml`)).text();
      const person = people.match(/\[person\.([a-z0-9_-]+)\]/)[1];
      await page.goto(`${server.address}/text/sostac.toml`);
      const text = withOwner(await page.inputValue("textarea[name=text]"), person);
      await page.$eval("textarea[name=text]", (area, text) => {
        area.value = text;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }, text);
      await page.click("form.raw button");
      await page.goto(`${server.address}/findings`);
      assert.ok(!(await page.content()).includes("OB11"), "it is gone");
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("the language and the theme are kept", async () => {
      const { page, faults, context } = await openPage(browser, server.address, { lang });
      const other = lang === "ru" ? "en" : "ru";
      await page.goto(`${server.address}/objectives`);
      await page.click(`form[action="/preferences"] button[value="${other}"]`);
      assert.equal(await page.getAttribute("html", "lang"), other);
      assert.ok(page.url().endsWith("/objectives"), "one stays where one was");
      assert.deepEqual(faults, []);
      await context.close();
    });
  });
}

/** The text with an owner for the first task that has none. */
function withOwner(text, person) {
  const parts = text.split(/^(?=\[)/m);
  const at = parts.findIndex((part) => part.startsWith("[task.") && !/^owner\s*=/m.test(part));
  const lines = parts[at].split("\n");
  lines.splice(1, 0, `owner = "${person}"`);
  parts[at] = lines.join("\n");
  return parts.join("");
}
