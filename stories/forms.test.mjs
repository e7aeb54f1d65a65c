// Whoever fills forms all day: finds references by a few letters, borrows goals, adds rows, and loses nothing.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openBrowser, openPage, serveDemo } from "./browser.mjs";

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

const save = (page) => Promise.all([page.waitForNavigation(), page.click("form.form .btn-primary")]);
const sent = (page, name) => page.$eval("#element", (form, name) => new FormData(form).getAll(name), name);
const active = (page) => page.evaluate(() => document.activeElement?.id);

/** A test on a page of its own, which must end without a fault that was not expected. */
function story(lang, title, play, { refused = false, ...options } = {}) {
  test(title, async () => {
    const { page, faults, context } = await openPage(browser, server.address, { lang, ...options });
    await play(page, (path) => page.goto(server.address + path));
    assert.deepEqual(faults.filter((fault) => !refused || !fault.includes("422")), []);
    await context.close();
  });
}

for (const lang of ["ru", "en"]) {
  describe(`in ${lang}`, () => {
    story(lang, "one is found by a part of its name, with keys alone, on a narrow page", async (page, go) => {
      await go("/edit/goal/heard");
      const names = await page.$$eval('select[name="f.owner"] option', (all) => all.filter((one) => one.value).map((one) => [one.value, one.text]));
      const [was] = await sent(page, "f.owner");
      const [id, name] = names.find(([id]) => id !== was);
      const input = page.getByRole("combobox").and(page.locator('[id="f.owner"]'));
      await input.fill(name.split(" ").at(-1).toLowerCase());
      assert.equal(await input.getAttribute("aria-expanded"), "true");
      const fits = page.locator('[id="f.owner-list"] [role=option]');
      assert.ok((await fits.count()) < names.length);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, "nothing sticks out");
      await input.press("Escape");
      assert.deepEqual(await sent(page, "f.owner"), [was], "Escape leaves what was chosen");
      await input.fill(name);
      await input.press("Enter");
      assert.deepEqual(await sent(page, "f.owner"), [id]);
      await input.press("ArrowDown");
      await input.press("End");
      const last = await input.getAttribute("aria-activedescendant");
      assert.equal(last, `f.owner-list-${names.length - 1}`);
      await input.press("Home");
      await input.press("Escape");
      await save(page);
      assert.equal(await input.inputValue(), name);
    }, { width: 390 });

    story(lang, "several stand as chips: the last goes by Backspace, any by its cross", async (page, go) => {
      await go("/new/initiative");
      const input = page.locator('.field:has([name="f.actions"]) [role=combobox]');
      for (const key of ["ArrowDown", "ArrowDown", "Enter", "ArrowDown", "End", "Enter"]) await input.press(key);
      const two = await sent(page, "f.actions");
      assert.equal(two.length, 2);
      await input.press("Backspace");
      assert.equal((await sent(page, "f.actions")).length, 1);
      await page.locator(".chip button").first().click();
      assert.deepEqual(await sent(page, "f.actions"), []);
    });

    story(lang, "a goal begins with the business goal that it is borrowed from; what was typed stays", async (page, go) => {
      await go("/new/goal");
      await page.fill('[name="f.why"]', "Typed before");
      const lender = page.locator(".lenders button").first();
      const [id, name] = [await lender.getAttribute("value"), await lender.locator("strong").textContent()];
      await Promise.all([page.waitForNavigation(), lender.click()]);
      assert.deepEqual(await sent(page, "f.borrows"), [id]);
      assert.equal(await page.inputValue('[name="f.name"]'), name);
      assert.equal(await page.inputValue('[name="f.why"]'), "Typed before");
      await page.fill('[name="f.name"]', `Borrowed ${lang}`);
      await page.press('[name="f.name"]', "Enter");
      await page.waitForURL(/\/edit\/goal\/borrowed/);
      assert.deepEqual(await sent(page, "f.borrows"), [id]);
      await page.goto(`${server.address}/start`);
      await page.click('summary:has-text("O")');
      await Promise.all([page.waitForNavigation(), page.click(`.lenders a[href$="=${id}"]`)]);
      assert.deepEqual(await sent(page, "f.borrows"), [id]);
    });

    story(lang, "rows are added and removed, in their order, with the unit beside each figure", async (page, go) => {
      await go("/edit/kpi/first_reply");
      const rows = page.locator("record-rows .field-row");
      const before = await rows.count();
      const figure = lang === "ru" ? "12,5" : "12.5";
      for (const day of ["2027-03-31", "2027-06-30"]) {
        await page.click(".row-add");
        assert.match(await active(page), /^f\.targets\.\d+\.date$/);
        await rows.last().locator('[type="date"]').fill(day);
        await rows.last().locator('[inputmode="decimal"]').fill(figure);
      }
      await rows.nth(before).locator(".row-remove").click();
      await page.fill('[name="f.unit"]', "h");
      assert.equal(await rows.last().locator(".unit").textContent(), "h");
      await save(page);
      assert.equal(await rows.count(), before + 1);
      assert.equal(await rows.last().locator('[type="date"]').inputValue(), "2027-06-30");
      assert.equal(await rows.last().locator('[inputmode="decimal"]').inputValue(), figure);
    });

    story(lang, "leaving a changed form asks first; Ctrl+S saves it; nobody is asked for nothing", async (page, go) => {
      await go("/edit/goal/heard");
      const asked = [];
      page.on("dialog", (dialog) => (asked.push(dialog.type()), dialog.accept()));
      await page.locator('[name="f.why"]').pressSequentially("x");
      await page.press('[name="f.why"]', "Backspace");
      await go("/edit/goal/heard");
      assert.deepEqual(asked, [], "what was typed and taken back is no change");
      await page.locator('[name="f.why"]').pressSequentially(lang);
      await go("/edit/goal/heard");
      assert.deepEqual(asked, ["beforeunload"]);
      await page.locator('[name="f.why"]').pressSequentially(` ${lang}`);
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Control+s")]);
      assert.ok(await page.isVisible(".said"));
      assert.equal(asked.length, 1);
    });

    story(lang, "what cannot be read gets the focus, and stays typed", async (page, go) => {
      await go("/edit/action/duty_rota");
      await page.fill('[name="f.budget"]', "much");
      await save(page);
      assert.equal(await active(page), "f.budget");
      assert.equal(await page.inputValue('[name="f.budget"]'), "much");
      assert.equal(await page.getAttribute('[name="f.budget"]', "aria-invalid"), "true");
      await page.fill('[name="f.budget"]', "1 500,5");
      await page.waitForSelector("p.wrong:not(.card)", { state: "detached" });
      await save(page);
      assert.equal(await page.inputValue('[name="f.budget"]'), lang === "ru" ? "1500,5" : "1500.5");
    }, { refused: true });

    story(lang, "of a thousand people the page holds none, and finds any", async (page, go) => {
      await go("/text/department.toml");
      const many = Array.from({ length: 1000 }, (_, at) => `\n[person.extra_${at}]\nname = "Extra ${at}"\n`).join("");
      await page.$eval("#text", (area, many) => {
        area.value += many;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }, many);
      await save(page);
      await go("/edit/goal/heard");
      assert.ok(!(await page.content()).includes("Extra 7"));
      const input = page.locator('[id="f.owner"]');
      await input.fill("extra 777");
      await page.locator('[id="f.owner-list"] [role=option]', { hasText: "Extra 777" }).click();
      await save(page);
      assert.equal(await input.inputValue(), "Extra 777");
      await go("/edit/person?q=extra+99");
      assert.match(await page.textContent(".head"), lang === "ru" ? /11 из 1\d+/ : /11 of 1,?\d+/);
    });
  });
}
