// Figures are brought in: a table as a Russian Excel writes it, with three rows that cannot be read, is mended and kept; what
// is due is typed.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openBrowser, openPage, serveDemo } from "./browser.mjs";
import { cyrillic } from "./cyrillic.mjs";
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

/** The name with two of its letters in each other's place: a slip of the pen. */
const slip = (name) => name.slice(0, 3) + name[4] + name[3] + name.slice(5);

const messy = (reply, reviews) => cyrillic([
  "Отчёт отдела за октябрь;;составил: Иванов И. И.",
  ";;",
  "Дата;Показатель;Значение",
  `27.09.2026;${reply};48,5 мин`,
  `;${reviews};1\u00a0234,5`,
  `04.10.2026;${reply};сорок`,
  `;${reviews};1 300`,
  `32.10.2026;${reply};44`,
  `18.10.2026;${slip(reply)};45`,
  "Итого;;2671",
].join("\r\n"));

/** Whether the page is wider than the window. */
const overflows = (page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

for (const lang of ["ru", "en"]) {
  describe(`figures in ${lang}`, () => {
    const words = lang === "ru"
      ? { cells: "3 ячейки", mended: "всё исправлено", known: "уже известно" }
      : { cells: "3 cells", mended: "all is mended", known: "known already" };

    test("a messy table is mended and kept, and its figures lead back to it", async () => {
      const { page, faults, context } = await openPage(browser, server.address, { lang });
      await page.goto(`${server.address}/kpis`);
      const name = (id) => page.locator(`a[href="/kpis/${id}"]`).first().textContent();
      const [reply, reviews] = [await name("first_reply"), await name("reviews_answered")];
      await send(page, 'main a[href="/measurements/import"]');
      await shoot(page, `measurements_${lang}_send`);
      const file = { name: `october-${lang}.csv`, mimeType: "text/csv", buffer: messy(reply, reviews) };
      await page.setInputFiles("#file", file);
      await send(page, "main .btn-primary");
      const main = () => page.textContent("main");
      const shown = await main();
      assert.ok(shown.includes("windows-1251") && shown.includes(words.cells), shown);
      assert.equal(await page.locator("#mends tbody tr").count(), 3);
      assert.ok(await page.isVisible('[name="s.6"]'), "a row can be left out");
      await shoot(page, `measurements_${lang}_bad`);

      // Importing as it stands keeps nothing, and says so.
      await send(page, 'button[value="import"]');
      assert.ok(await page.isVisible('[role="alert"]'));
      await page.fill('[name="m.6.2"]', lang === "ru" ? "40,5" : "40.5");
      await page.fill('[name="m.8.0"]', "11.10.2026");
      await page.fill('[name="m.9.1"]', reply);
      await send(page, '#mends button[value="look"]');
      assert.ok((await main()).includes(words.mended), await main());
      await page.setViewportSize({ width: 390, height: 900 });
      assert.equal(await overflows(page), false, "it fits a telephone");
      await page.setViewportSize({ width: 1440, height: 900 });
      await shoot(page, `measurements_${lang}_mended`);
      await page.fill("#remember", `october ${lang}`);
      await send(page, 'button[value="import"]');
      assert.match(page.url(), /added=\d+&revised=\d+&unchanged=0&kpi=first_reply/);
      const [added, revised] = ["added", "revised"].map((word) => Number(new URL(page.url()).searchParams.get(word)));
      assert.equal(added + revised, 6);
      await shoot(page, `measurements_${lang}_done`, [1440]);

      await send(page, '.said a[href="/kpis/first_reply"]');
      const row = page.locator("tr", { hasText: `october-${lang}.csv` });
      assert.equal(await row.count(), 4, "each figure says its file");
      assert.match(await row.filter({ hasText: /04.10.2026|4 Oct/ }).textContent(), lang === "ru" ? /40,5/ : /40\.5/);

      // The same file, by its remembered columns, brings nothing new but what it cannot say.
      await page.goto(`${server.address}/measurements/import`);
      await page.setInputFiles("#file", file);
      await page.selectOption("#as", `october ${lang}`);
      await send(page, "main .btn-primary");
      assert.ok((await main()).includes(words.known), await main());
      assert.equal(await page.inputValue("#as"), `october ${lang}`);
      await page.goto(`${server.address}/measurements/imports`);
      assert.ok((await main()).includes(`october ${lang}`));
      await shoot(page, `measurements_${lang}_imports`);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("what is due is typed, and what is wrong stays where it was typed", async () => {
      const { page, faults, context } = await openPage(browser, server.address, { lang });
      await page.goto(`${server.address}/measurements/enter?all=1`);
      await shoot(page, `measurements_${lang}_enter`);
      const [first, second] = [0, 1].map((at) => page.locator(".typing tbody tr").nth(at).locator('input[name^="f."]').nth(1));
      const fields = [await first.getAttribute("name"), await second.getAttribute("name")];
      const at = (name) => page.locator(`input[name="${name}"]`);
      await at(fields[0]).fill(lang === "ru" ? "1 234,5" : "1,234.5");
      await at(fields[1]).fill("x");
      await send(page, "main .btn-primary");
      assert.equal(await at(fields[1]).inputValue(), "x");
      assert.equal(await at(fields[1]).getAttribute("aria-invalid"), "true");
      assert.equal(await at(fields[0]).inputValue(), lang === "ru" ? "1 234,5" : "1,234.5");
      await shoot(page, `measurements_${lang}_enter_wrong`);
      await at(fields[1]).fill("7");
      await send(page, "main .btn-primary");
      assert.match(page.url(), /added=\d+&revised=\d+/);
      assert.equal(await at(fields[0]).inputValue(), lang === "ru" ? "1234,5" : "1234.5");
      await page.setViewportSize({ width: 390, height: 900 });
      assert.equal(await overflows(page), false, "it fits a telephone");
      assert.deepEqual(faults.filter((fault) => !fault.includes("422")), []);
      await context.close();
    });
  });
}
