// A checkpoint is missed: its figures come from a messy table, its correction opens by itself, is carried out, and what came of it is
// seen two months later, on its page and in print.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, serveEmpty } from "./browser.mjs";
import { cyrillic } from "./cyrillic.mjs";
import { pdfText } from "./paper.mjs";
import { comeIn, send, shoot } from "./steps.mjs";

const OPENED = "2026-07-01";
const LATER = "2026-09-15";

let browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

/** A department with one terminal KPI, one checkpoint on the way to it, and its correction. */
const texts = (lang) => {
  const say = (ru, en) => (lang === "ru" ? ru : en);
  return {
    "department.toml": `[about]
name = "${say("Отдел SMM", "SMM department")}"
language = "${lang}"
[person.anna]
name = "${say("Анна Орлова", "Anna Miller")}"
`,
    "sostac.toml": `[kpi.first_reply]
name = "${say("Время до первого ответа", "Time to the first reply")}"
kind = "checkpoint"
serves = "returned"
owner = "anna"
unit = "${say("мин", "min")}"
direction = "down"
rhythm = "week"
tolerance = 3
baseline = { date = 2025-12-28, value = 60 }
targets = [{ date = 2026-06-28, value = 45 }, { date = 2026-12-27, value = 40 }]
[kpi.first_reply.correction]
what = "${say("Вторая смена по вечерам", "A second shift in the evening")}"
owner = "anna"
within = "2w"
[kpi.returned]
name = "${say("Доля повторных покупок", "Share of repeat purchases")}"
kind = "terminal"
rhythm = "month"
unit = "%"
direction = "up"
targets = [{ date = 2027-06-30, value = 40 }]
`,
  };
};

/** Sundays from one to another, as a Russian Excel writes them. */
function* sundays(from, to) {
  for (const day = new Date(from); day <= new Date(to); day.setUTCDate(day.getUTCDate() + 7)) {
    yield day.toISOString().slice(0, 10).split("-").reverse().join(".");
  }
}

/** A level with something of a week's chance about it, the same at every run. */
const near = (level, at) => (level + 2 * Math.sin(at * 2.3)).toFixed(1).replace(".", ",");

const table = (name, rows) => cyrillic(["Дата;Показатель;Значение", ...rows.map(([day, value]) => `${day};${name};${value}`)].join("\r\n"));

/** Asks a page again until it says something; what stands on it then. */
async function until(page, address, wanted) {
  for (const began = Date.now(); Date.now() - began < 30_000; await page.waitForTimeout(500)) {
    await page.goto(address);
    const text = await page.textContent("main");
    if (wanted.test(text)) return text;
  }
  assert.fail(`${address} never said ${wanted}: ${await page.textContent("main")}`);
}

for (const lang of ["ru", "en"]) {
  test(`a missed checkpoint is answered, in ${lang}`, async () => {
    const say = (ru, en) => (lang === "ru" ? ru : en);
    const server = await serveEmpty({ texts: texts(lang), today: OPENED });
    try {
      const { page, faults, context } = await comeIn(browser, server, lang, server.join, "anna");
      const name = say("Время до первого ответа", "Time to the first reply");
      const rows = [...sundays("2025-12-28", "2026-06-28")].map((day, at) => [day, near(58, at)]);
      // A word, a day that there is not, and two figures in one cell.
      rows[4][1] = "сорок";
      rows[9][0] = "32.03.2026";
      rows[12][1] = "57 или 58";
      await page.goto(`${server.address}/measurements/import`);
      await page.setInputFiles("#file", { name: "replies.csv", mimeType: "text/csv", buffer: table(name, rows) });
      await send(page, "main .btn-primary");
      assert.equal(await page.locator("#mends tbody tr").count(), 3);
      await page.fill('[name="m.6.2"]', "57");
      await page.fill('[name="m.11.0"]', "01.03.2026");
      await page.fill('[name="m.14.2"]', "58");
      await send(page, '#mends button[value="look"]');
      await send(page, 'button[value="import"]');
      assert.match(page.url(), /added=27&revised=0/);

      // The checkpoint is missed, and its correction is open without anybody's doing.
      const listed = await until(page, `${server.address}/corrections`, say(/Вторая смена/, /A second shift/));
      assert.match(listed, say(/открыта/, /open/));
      assert.match(listed, say(/57,8\sмин вместо 45\sмин/, /57\.8\smin instead of 45\smin/));
      await shoot(page, `correction_${lang}_list`);
      await page.goto(`${server.address}/kpis/first_reply`);
      assert.match(await page.textContent("main"), say(/не достигнут/, /missed/));
      await send(page, '.kpi-side a[href="/corrections/1"]');
      assert.match(await page.textContent("#journal"), say(/открыта/, /opened/));
      await send(page, "form[action$='/begin'] button");
      await page.click("#tasks details summary");
      await page.fill("#task-what", say("Сказать службе заботы", "Tell customer care"));
      await page.selectOption("#task-who", "anna");
      await page.fill("#task-due", "2026-07-10");
      await send(page, "form[action$='/task'] button");
      await shoot(page, `correction_${lang}_begun`);
      for (const [at, note] of [say("Смена работает", "The shift works"), say("Сказано", "They know")].entries()) {
        await page.fill(`form[action$='/task/${at}'] input[name=text]`, note);
        await send(page, `form[action$='/task/${at}'] button`);
      }

      // Two months later it is seen what that has changed.
      await page.goto("about:blank");
      await server.restart(LATER);
      const later = [...sundays("2026-07-05", "2026-09-13")].map((day, at) => [day, near(47, at + 27)]);
      await page.goto(`${server.address}/measurements/import`);
      await page.setInputFiles("#file", { name: "later.csv", mimeType: "text/csv", buffer: table(name, later) });
      await send(page, "main .btn-primary");
      await send(page, 'button[value="import"]');
      const told = await until(page, `${server.address}/corrections/1`, say(/стало лучше/, /better/));
      assert.match(told, say(/в нужную сторону/, /in the wished direction/));
      assert.equal(await page.locator("#effect svg").count(), 1);
      await shoot(page, `correction_${lang}_effect`);
      const result = say("Отвечаем на десять минут быстрее", "We answer ten minutes faster");
      await page.fill("#result-text", result);
      await send(page, "form[action$='/close'] button");
      assert.match(await page.textContent("#result"), new RegExp(result));

      // It stands in the printed document.
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.goto(`${server.address}/documents/sostac.${lang}.pdf`).catch(() => {}),
      ]);
      const paper = await pdfText(await download.path());
      if (paper !== undefined) {
        assert.ok(paper.includes(result), "the result is printed");
        assert.match(paper, say(/стало лучше/, /better/));
      }
      await page.goto(`${server.address}/control`);
      const take = async (form) => {
        const [file] = await Promise.all([page.waitForEvent("download"), page.click(`.reports a[href$=".${form}"]`)]);
        return file;
      };
      const report = await pdfText(await (await take("pdf")).path());
      // In a narrow column a sentence is broken; its first words stand together.
      if (report !== undefined) assert.ok(report.includes(result.split(" ").slice(0, 2).join(" ")), report);
      assert.equal((await take("xlsx")).suggestedFilename(), `control.${lang}.xlsx`);
      assert.deepEqual(faults, []);
      await context.close();
    } finally {
      await server.stop();
    }
  });
}
