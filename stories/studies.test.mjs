// An analyst asks data: real posts of live sellers (UCI 488) where they are at hand, made-up posts of the same shape elsewhere.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { openBrowser, serveEmpty } from "./browser.mjs";
import { comeIn, fill, save, send, shoot } from "./steps.mjs";
import { pdfText } from "./paper.mjs";

const REAL = new URL("../../shared/real/facebook-live/Live.csv", import.meta.url);
const REACTIONS = ["num_likes", "num_loves", "num_wows", "num_hahas", "num_sads", "num_angrys"];

/** Posts that nobody wrote: live videos are talked about, photographs are liked. */
function madeUp() {
  let state = 7;
  const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const rows = ["status_id,status_type,status_published,num_reactions,num_comments,num_shares,num_likes,num_loves,num_wows,num_hahas,num_sads,num_angrys"];
  for (let at = 0; at < 400; at += 1) {
    const video = chance() < 0.4;
    const warm = chance();
    const [likes, loves] = [Math.round(50 + 400 * warm + 30 * chance()), Math.round((video ? 40 : 4) * warm + 5 * chance())];
    const [wows, hahas] = [Math.round(6 * warm + 2 * chance()), Math.round(4 * warm + 3 * chance())];
    const [sads, angrys] = [Math.round(3 * chance()), Math.round(2 * chance())];
    const comments = Math.round((video ? 300 : 10) * chance());
    const hour = Math.floor(24 * chance());
    rows.push(`p${at},${video ? "video" : "photo"},4/${1 + (at % 28)}/2018 ${hour}:${10 + (at % 50)},${likes + loves + wows + hahas + sads + angrys},${comments},${Math.round(comments / 4)},${likes},${loves},${wows},${hahas},${sads},${angrys}`);
  }
  return Buffer.from(`${rows.join("\n")}\n`);
}

let browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

for (const lang of ["ru", "en"]) {
  describe(`an analyst asks data in ${lang}`, () => {
    let server;
    let one;
    let page;
    const kept = {};
    const answer = () => page.locator("#answer");

    before(async () => {
      server = await serveEmpty({ demo: lang });
      one = await comeIn(browser, server, lang, server.join, "ada");
      page = one.page;
    });

    after(async () => {
      await one?.context.close();
      await server?.stop();
    });

    /** Opens the bench with a question, and keeps what is asked as a study. */
    async function asked(name, question, words) {
      await page.goto(`${server.address}/ask?${new URLSearchParams({ data: "live.csv", ...question })}`);
      assert.equal(await answer().locator(".said").count(), 0, await answer().textContent());
      assert.ok(await answer().locator("table").first().isVisible(), name);
      assert.ok(await answer().locator("svg").first().isVisible(), `${name}: a picture`);
      assert.ok((await answer().locator(".says li").count()) > 0, `${name}: a reading`);
      await shoot(page, `${lang}_${question.method}`);
      await page.fill("#name", name);
      await page.fill("#words", words);
      await send(page, "#answer .btn-primary");
      kept[question.method] = new URL(page.url()).pathname.split("/").at(-1);
      // Studies are asked in the background; accepting asks at once.
      await page.goto(page.url());
      for (let tries = 0; !(await page.locator('form[action$="/accept"] .btn-primary').count()); tries += 1) {
        assert.ok(tries < 40, `${name}: no answer to accept`);
        await page.waitForTimeout(500);
        await page.reload();
      }
      await send(page, 'form[action$="/accept"] .btn-primary');
      assert.equal(await page.locator(".head .state.good").count(), 1, "the answer is accepted");
    }

    test("the file is brought and described", async () => {
      const real = existsSync(REAL);
      if (!real) console.log("# the posts of UCI 488 are not here; made-up posts stand in for them");
      await page.goto(`${server.address}/studies`);
      await shoot(page, `${lang}_studies_empty`);
      const content = real ? await readFile(REAL) : madeUp();
      await page.setInputFiles("#file", { name: "live.csv", mimeType: "text/csv", buffer: content });
      await send(page, 'form[action="/data"] .btn-primary');
      assert.match(page.url(), /\/ask\?method=describe/);
      assert.match(await answer().textContent(), /num_comments/);
      await shoot(page, `${lang}_describe`);
    });

    test("what is changed is answered anew in its place", async () => {
      await page.goto(`${server.address}/ask?data=live.csv&method=correlate`);
      const before = await answer().textContent();
      await page.selectOption('[name="o.method"]', "spearman");
      await page.waitForFunction((was) => document.getElementById("answer").textContent !== was, before);
      assert.match(page.url(), /spearman/);
    });

    test("of new rows it says what to expect, and which kind they are", async () => {
      const said = lang === "ru" ? /Новые строки: live\.csv/ : /New rows: live\.csv/;
      await page.goto(`${server.address}/ask?${new URLSearchParams({ data: "live.csv", method: "cluster", "o.columns": "num_comments,num_likes", "o.k": "3", "o.quick": "true" })}`);
      assert.doesNotMatch(await answer().textContent(), said);
      await page.selectOption("#new", "live.csv");
      await page.waitForFunction(() => /live\.csv/.test(new URL(location).searchParams.get("new")));
      await page.waitForFunction(() => [...document.querySelectorAll("#answer h2, #answer h3, #answer caption")].some((head) => /: live\.csv/.test(head.textContent)));
      assert.match(await answer().textContent(), said);
      await shoot(page, `${lang}_new`);
    });

    test("correlated, regressed, factored, clustered; each kept and accepted", async () => {
      await asked(lang === "ru" ? "Связаны ли отклики?" : "Are the responses related?",
        { method: "correlate", "o.columns": "num_comments,num_shares,num_likes,num_loves", "o.method": "spearman" },
        lang === "ru" ? "Комментарии и репосты идут вместе." : "Comments and shares go together.");
      await asked(lang === "ru" ? "От чего зависят комментарии?" : "What do comments depend on?",
        { method: "regress", derive: "hour = hour(status_published)", "o.formula": "log(num_comments + 1) ~ status_type + C(hour)", "o.errors": "hc3" },
        lang === "ru" ? "Решает вид записи." : "The kind of post decides.");
      await asked(lang === "ru" ? "Что стоит за реакциями?" : "What lies behind the reactions?",
        { method: "factor", "o.columns": REACTIONS.join(","), "o.factors": "2" },
        lang === "ru" ? "Одобрение и чувство." : "Approval and feeling.");
      await asked(lang === "ru" ? "Какие бывают записи?" : "Which kinds of posts are there?",
        { method: "cluster", "o.columns": "num_comments,num_shares,num_likes,num_loves", "o.k": "3" },
        lang === "ru" ? "Тихие, обсуждаемые, любимые." : "Quiet, talked about, loved.");
    });

    test("the clusters are cited as segments of the situation", async () => {
      await page.goto(`${server.address}/new/segment`);
      await fill(page, {
        name: lang === "ru" ? "Те, кто обсуждает эфиры" : "Those who talk in live videos",
        about: lang === "ru" ? "Приходят на эфир и спрашивают" : "They come to live videos and ask",
        study: kept.cluster,
      });
      await save(page);
      await page.goto(`${server.address}/situation`);
      assert.ok((await page.locator(`#segments a[href*="study.${kept.cluster}"], a[href*="${kept.cluster}"]`).count()) > 0, "the study is named beside the segment");
      await shoot(page, `${lang}_situation`, [1440]);
      await page.goto(`${server.address}/findings`);
      assert.equal(await page.locator('a[href="/findings/SU02"]').count(), 0, "what is cited was accepted");
    });

    test("it is printed, and taken along", async () => {
      await page.goto(`${server.address}/edit/study/${kept.cluster}`);
      await fill(page, { printed: true });
      await save(page);
      await page.goto(`${server.address}/studies/${kept.cluster}`);
      for (const ending of ["xlsx", "csv", "json", "svg", "r"]) {
        const [file] = await Promise.all([page.waitForEvent("download"), page.click(`a[href$="as=${ending}"]`)]);
        assert.ok((await readFile(await file.path())).length > 100, ending);
      }
      await page.goto(`${server.address}/documents`);
      const [file] = await Promise.all([page.waitForEvent("download"), page.click(`a[href="/documents/sostac.${lang}.pdf"]`)]);
      const words = await pdfText(await file.path());
      if (words === undefined) return console.log("# pdftotext is not here; what is printed is not read");
      assert.ok(words.includes(lang === "ru" ? "Какие бывают записи?" : "Which kinds of posts are there?"));
      assert.deepEqual(one.faults, []);
    });
  });
}
