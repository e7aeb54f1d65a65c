// Every page is held against the rules of accessibility by axe-core: light and dark, wide and narrow, in both languages,
// each page in two of the eight combinations, so that every pair of them occurs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { openBrowser, serveDemo } from "./browser.mjs";

const PAGES = [
  "/", "/situation", "/objectives", "/strategy", "/tactics", "/actions", "/actions?view=gantt",
  "/actions?view=calendar", "/actions?sort=ends&down=true", "/control", "/scorecard", "/processes", "/handoffs",
  "/people", "/listening", "/kpis", "/kpis/first_reply", "/findings", "/findings/OB11", "/rules", "/documents",
  "/search", "/search?q=reply", "/start", "/revisions", "/revisions/1", "/edit/goal", "/edit/about", "/new/goal",
  "/new/kpi", "/new/action", "/text/sostac.toml", "/files/sostac.toml", "/approval", "/no-such-page",
];

const WAYS = [
  [{ lang: "ru", theme: "light", width: 1440 }, { lang: "en", theme: "dark", width: 390 }],
  [{ lang: "en", theme: "light", width: 390 }, { lang: "ru", theme: "dark", width: 1440 }],
  [{ lang: "ru", theme: "light", width: 390 }, { lang: "en", theme: "dark", width: 1440 }],
  [{ lang: "en", theme: "light", width: 1440 }, { lang: "ru", theme: "dark", width: 390 }],
];

let server;
let browser;
let axe;

before(async () => {
  server = await serveDemo();
  browser = await openBrowser();
  axe = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const [at, ways] of WAYS.entries()) {
  for (const { lang, theme, width } of ways) {
    describe(`in ${lang}, ${theme}, at ${width} px`, () => {
      test("axe finds nothing", async () => {
        // The policy forbids scripts that are not the page's own; here, and only here, axe is let in.
        const context = await browser.newContext({
          locale: lang === "ru" ? "ru-RU" : "en-GB", colorScheme: theme, viewport: { width, height: 900 }, bypassCSP: true,
        });
        const page = await context.newPage();
        const found = [];
        for (const path of PAGES.filter((_, number) => number % WAYS.length === at)) {
          await page.goto(server.address + path);
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
          for (const { id, nodes } of violations) {
            found.push(`${path}: ${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} (${[...node.any, ...node.all, ...node.none][0]?.message ?? ""})`).join(" | ")}`);
          }
        }
        await context.close();
        assert.deepEqual(found, []);
      });
    });
  }
}
