// A target is tried and what comes of it is seen at once; it is saved only when somebody says so. Then the control report is
// asked for, made while the page tells how far it is, and taken away.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { openBrowser, openPage, serveDemo } from "./browser.mjs";
import { docxText, pdfText } from "./paper.mjs";
import { send, shoot } from "./steps.mjs";

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
  describe(`what if, in ${lang}`, () => {
    test("a target is tried, seen, passed on and saved", async () => {
      const { page, faults, context } = await openPage(browser, server.address, { lang });
      await page.goto(`${server.address}/kpis/settled_online`);
      await send(page, 'header a[href^="/what-if"]');
      const row = page.locator("#answer tr").filter({ has: page.locator('a[href="/kpis/settled_online"]') });
      const chance = async () => (await row.locator("td").last().textContent()).replaceAll(/\s+/g, " ").trim();
      const before = await chance();
      assert.match(before, /^\d+ ?%$/);

      // The answer follows what is typed, without leaving the page.
      const target = '[name="kpi.settled_online.targets.1.value"]';
      const none = await page.locator(target).inputValue();
      const name = none === "" ? '[name="kpi.settled_online.targets.0.value"]' : target;
      await page.fill(name, "46");
      await page.locator(name).dispatchEvent("change");
      await page.waitForFunction((was) => {
        const link = document.querySelector('#answer a[href="/kpis/settled_online"]');
        return link && link.closest("tr").lastElementChild.textContent.trim() !== was && location.search.includes("=46");
      }, before);
      const [was, now] = (await chance()).match(/\d+/g).map(Number);
      assert.ok(now > was, `${was} → ${now}: a lower bar is likelier to be met`);
      await shoot(page, `what_if_${lang}`);

      // A word in place of a figure is told, and nothing is counted by it.
      const shared = page.url();
      await page.goto(`${server.address}/what-if?kpi=settled_online&kpi.settled_online.tolerance=much`);
      assert.ok(await page.isVisible('.tries [role="alert"]'));

      // The address can be passed on; what it says is saved by a button.
      await page.goto(shared);
      assert.match(await page.textContent("#answer"), /46/);
      await page.fill("#note", "46");
      await send(page, '#answer form[action="/what-if"] button');
      assert.match(page.url(), /\/control\?saved=2$/);
      await page.goto(shared);
      assert.equal(new URL(page.url()).search, "?kpi=settled_online", "what is saved is no longer tried");
      await page.goto(`${server.address}/revisions/2`);
      assert.match(await page.textContent("main"), /46/);
      assert.deepEqual(faults, []);
      await context.close();
    });
  });
}

describe("control reports", () => {
  test("one is asked for, made with its progress, and the schedule asks for the month before", async () => {
    const { page, faults, context } = await openPage(browser, server.address, { lang: "ru" });
    await page.goto(`${server.address}/control`);
    await send(page, 'main a[href="/control/reports"]');
    await page.selectOption("#on", "2026-10-31");
    await send(page, "#ask .btn-primary");
    await shoot(page, "report_making");
    // The page asks again by itself until the files are there.
    await page.waitForSelector("#report a[download]", { timeout: 60_000 });
    await shoot(page, "report_ready");
    const take = async (form) => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.click(`#report a[href$="ru.${form}"]`)]);
      return file.path();
    };
    const words = await docxText(await take("docx"));
    assert.ok(words.includes("31.10.2026") && words.includes("по редакции"), words.slice(0, 400));
    const pdf = await pdfText(await take("pdf"));
    if (pdf !== undefined) assert.ok(pdf.includes("31.10.2026"));
    const zip = await readFile(await take("xlsx"));
    assert.equal(zip.toString("latin1", 0, 2), "PK");

    await page.goto(`${server.address}/control/reports`);
    await page.selectOption("#day", "5");
    await send(page, "#schedule button");
    await page.waitForFunction(async () => {
      const answer = await fetch("/control/reports");
      return (await answer.text()).includes("по расписанию");
    }, undefined, { timeout: 10_000 });
    await page.reload();
    assert.match(await page.textContent("#schedule"), /5-го числа/);
    await shoot(page, "reports_ru");
    assert.deepEqual(faults, []);
    await context.close();
  });
});
