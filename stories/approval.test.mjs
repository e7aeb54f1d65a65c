// From an empty database to a normative document: written by the guided start, proposed, returned, mended, approved, printed.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { bakery } from "./bakery.mjs";
import { openBrowser, serveEmpty } from "./browser.mjs";
import { docxText, pdfText } from "./paper.mjs";
import { comeIn, fill, invite, save, send, shoot } from "./steps.mjs";

const WORDS = {
  ru: { sheet: "Лист согласования", changes: "Лист изменений", draft: /черновик (\d+)/, approved: /утверждена (?:редакция )?(\d+)/ },
  en: { sheet: "Approval sheet", changes: "Change sheet", draft: /draft (\d+)/, approved: /approved (\d+)|(\d+) approved/ },
};

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser?.close());

for (const lang of ["ru", "en"]) {
  describe(`in ${lang}`, () => {
    const [told, words] = [bakery(lang), WORDS[lang]];
    const { chief, director, support } = told.names;
    const reason = lang === "ru" ? "Опишем во втором квартале" : "Described in the second quarter";
    const remark = lang === "ru" ? "За сутки не успеть: кто отвечает в выходные?" : "Who answers at the weekend?";
    const refusal = lang === "ru" ? "Добавьте дежурство в выходные" : "Add a duty at the weekend";
    const [renamed, later] = lang === "ru"
      ? ["Отвечать на каждый отзыв за рабочий день", "Отвечать на каждый отзыв за час"]
      : ["Answer every review within a working day", "Answer every review within an hour"];
    const people = {};
    let server;

    const open = (who, path) => people[who].page.goto(server.address + path);
    const text = (who) => people[who].page.textContent("main");
    const bar = async (who) => (await people[who].page.textContent(".topbar .revision")).trim();
    const quiet = () => Object.values(people).flatMap((one) => one.faults.splice(0)).filter((fault) => !fault.includes("422"));

    before(async () => { server = await serveEmpty(); });
    after(() => server?.stop());

    /** Writes what a step of the guided start asks for, by the buttons that stand there. */
    async function write(step, elements) {
      const { page } = people.anna;
      for (const [table, fields] of elements) {
        await page.locator(`#${step}[open]`).waitFor();
        await send(page, `#${step} a.btn[href^="/new/${table}?"], #${step} a.btn[href^="/edit/${table}?"]`);
        await fill(page, fields);
        await save(page);
        assert.match(page.url(), /\/start\?step=/, `${step}: ${table} ${fields.name ?? ""} is saved, and one is back`);
      }
    }

    test("the administrator lets in who writes and who approves", async () => {
      people.admin = await comeIn(browser, server, lang, server.join, "admin");
      for (const [login, role, name] of [["anna", "strategist", chief], ["peter", "approver", support], ["robert", "approver", director]]) {
        people[login] = await comeIn(browser, server, lang, await invite(people.admin.page, server, login, role), login, name);
      }
      assert.deepEqual(quiet(), []);
    });

    test("the guided start leads through both documents, step by step", async () => {
      const { page } = people.anna;
      await open("anna", "/");
      await send(page, 'main a[href="/start"]');
      for (const step of ["who", "business", "situation", "objectives", "strategy", "tactics", "actions", "control", "scorecard", "processes", "people"]) {
        await write(step, told[step]);
        if (step === "people") break;
        assert.ok(await page.isVisible(`#${step} .state.good`), `${step} is done: ${await page.textContent(`#${step}`)}`);
      }
      assert.match(await page.textContent("#people"), /CS01/, "an analyst is asked for");
      await shoot(page, `${lang}_start`);
      await page.click("#listening summary");
      await write("listening", told.listening);
      assert.deepEqual(quiet(), []);
    });

    test("with an error nothing can be proposed, and the page says what is in the way", async () => {
      const { page } = people.anna;
      await open("anna", "/approval");
      await send(page, 'a[href="/approval/propose"]');
      assert.ok((await page.locator(".finding.error").count()) > 0);
      assert.equal(await page.locator('form[action="/approval/propose"]').count(), 0);
      await shoot(page, `${lang}_approval_blocked`);
      await send(page, 'main a[href="/start"]');
      await send(page, '#people a[href^="/edit/person?"]');
      const [who, learned] = told.learned;
      await send(page, `main a:text-is("${who}")`);
      await fill(page, learned);
      await save(page);
      await open("anna", "/findings");
      assert.equal(await page.locator("#error").count(), 0, "no error is left");
      await open("anna", "/start");
      assert.ok(await page.isVisible('main .said a[href="/approval"]'), "the start says that both are whole");
      await shoot(page, `${lang}_start_whole`);
      assert.deepEqual(quiet(), []);
    });

    test("who approves is bound to the people of the documents", async () => {
      const { page } = people.admin;
      await open("anna", "/approval/propose");
      assert.match(await text("anna"), new RegExp(`${support}.*${director}`), "the page says who is not bound yet");
      for (const [login, name] of [["anna", chief], ["peter", support], ["robert", director]]) {
        await open("admin", `/users/${login}`);
        await page.selectOption("#person", { label: name });
        await send(page, "main form.form .btn-primary");
        assert.ok(await page.isVisible(".said"));
      }
      assert.deepEqual(quiet(), []);
    });

    test("every warning wants a reason, and what was typed is kept", async () => {
      const { page } = people.anna;
      await open("anna", "/approval/propose");
      const fields = page.locator('fieldset [name^="one."]');
      await fields.first().fill(reason);
      await page.fill("#note", "First try");
      await send(page, "main form.form .btn-primary");
      assert.ok(await page.isVisible('[role="alert"]'));
      assert.equal(await fields.first().inputValue(), reason);
      assert.equal(await page.inputValue("#note"), "First try");
      await shoot(page, `${lang}_approval_reasons`);
      await propose();
      assert.ok(await page.isVisible(".stages [aria-current]"));
      assert.deepEqual(quiet(), []);
    });

    /** Gives every warning a reason and proposes. */
    async function propose() {
      const { page } = people.anna;
      for (const field of await page.locator('fieldset [name^="one."]').all()) await field.fill(reason);
      await send(page, "main form.form .btn-primary");
      assert.match(page.url(), /\/approval$/);
    }

    test("a neighbour comments on an element and returns the revision with a reason", async () => {
      const { page } = people.peter;
      await open("peter", "/");
      await send(page, '.said a[href="/approval"]');
      await shoot(page, `${lang}_approval_proposed`);
      await open("peter", "/objectives");
      await send(page, 'a[href^="/comments/task/"] >> nth=0');
      await page.fill("#comment", remark);
      await send(page, ".thread .btn:not(.comment .btn)");
      assert.match(await text("peter"), new RegExp(remark.replaceAll(/[?]/g, "\\?")));
      await open("peter", "/approval");
      await page.fill("#note", refusal);
      await send(page, 'button[formaction$="/return"]');
      await shoot(page, `${lang}_approval_returned`);
      await open("robert", "/approval");
      assert.equal(await people.robert.page.locator('form[action$="/agree"]').count(), 0, "nothing is left to decide");
      assert.deepEqual(quiet(), []);
    });

    test("it is mended by a form, and proposed again", async () => {
      const { page } = people.anna;
      await open("anna", "/approval");
      for (const said of [remark, refusal]) assert.ok((await text("anna")).includes(said), `${said} stands where one looks`);
      await send(page, `main h3 a:text-is("${told.task}")`);
      await send(page, 'a[href^="/edit/task/"] >> nth=0');
      await page.fill('[name="f.name"]', renamed);
      await save(page);
      await send(page, ".comment .btn");
      await open("anna", "/approval/propose");
      await propose();
      assert.deepEqual(quiet(), []);
    });

    test("both stages agree, and the bar says which revision is approved", async () => {
      for (const who of ["peter", "robert"]) {
        await open(who, "/");
        await send(people[who].page, '.said a[href="/approval"]');
        await send(people[who].page, 'form[action$="/agree"] .btn-primary');
      }
      await shoot(people.robert.page, `${lang}_approval_approved`);
      assert.match(await bar("robert"), words.approved);
      assert.deepEqual(quiet(), []);
    });

    /** Downloads the normative document in a form, and gives its words. */
    async function printed(form) {
      const { page } = people.robert;
      await open("robert", "/documents");
      const number = (await bar("robert")).match(words.approved).slice(1).find(Boolean);
      const link = `a[download][href="/documents/sostac.${lang}.${form}?revision=${number}"]`;
      const [file] = await Promise.all([page.waitForEvent("download"), page.click(link)]);
      const path = await file.path();
      return form === "pdf" ? pdfText(path) : docxText(path);
    }

    for (const form of ["pdf", "docx"]) {
      test(`the normative ${form} holds both sheets, names, reasons and the approved text`, async (t) => {
        const said = await printed(form);
        if (said === undefined) return t.skip("no pdftotext on this machine: the text of the PDF was not read");
        for (const wanted of [words.sheet, words.changes, support, director, reason, renamed]) assert.ok(said.includes(wanted), `${wanted} in ${said.slice(-3000)}`);
      });
    }

    test("a later change is a draft beside the approved text, which is still what is printed", async () => {
      const { page } = people.anna;
      await open("anna", "/edit/task");
      await send(page, `main a:text-is("${renamed}")`);
      await page.fill('[name="f.name"]', later);
      await save(page);
      const now = await bar("anna");
      assert.ok(words.draft.test(now) && words.approved.test(now), now);
      const said = await printed("docx");
      assert.ok(said.includes(renamed) && !said.includes(later));
      await open("robert", "/objectives");
      assert.ok((await text("robert")).includes(later), "the pages show the draft");
      await shoot(people.robert.page, `${lang}_documents`);
      assert.deepEqual(quiet(), []);
    });
  });
}
