// People write the documents in the browser: live findings, two at the same element, the plan, the map, the search.

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
const open = (lang, options = {}) => openPage(browser, server.address, { lang, ...options });
const conflict = (faults) => faults.filter((fault) => !fault.includes("409"));

for (const lang of ["ru", "en"]) {
  describe(`in ${lang}`, () => {
    test("two at the same field: the second sees both texts, and both survive", async () => {
      const [anna, boris] = [await open(lang), await open(lang)];
      const form = `${server.address}/edit/goal/heard`;
      await anna.page.goto(form);
      await boris.page.goto(form);
      await anna.page.fill('[name="f.why"]', "First of the two");
      await save(anna.page);
      assert.ok(await anna.page.isVisible(".said"));
      await boris.page.fill('[name="f.why"]', "Second of the two");
      await save(boris.page);
      assert.equal(await boris.page.inputValue('[name="f.why"]'), "Second of the two");
      assert.match(await boris.page.textContent(".theirs"), /First of the two/);
      assert.ok(await boris.page.isVisible('[role="alert"]'));
      await save(boris.page);
      assert.ok(await boris.page.isVisible(".said"), "saving again is deciding");
      assert.equal(await boris.page.inputValue('[name="f.why"]'), "Second of the two");
      await boris.page.click('.said a[href^="/revisions/"]');
      const changed = await boris.page.textContent("main");
      assert.ok(changed.includes("First of the two") && changed.includes("Second of the two"), changed);
      assert.deepEqual(conflict([...anna.faults, ...boris.faults]), []);
      await anna.context.close();
      await boris.context.close();
    });

    test("two at different fields of one element: both are kept without a question", async () => {
      const [anna, boris] = [await open(lang), await open(lang)];
      const form = `${server.address}/edit/goal/fair_reviews`;
      await anna.page.goto(form);
      await boris.page.goto(form);
      await anna.page.fill('[name="f.why"]', `Anna, ${lang}`);
      await save(anna.page);
      await boris.page.fill('[name="f.name"]', `Reviews show the service as it is (${lang})`);
      await save(boris.page);
      assert.ok(await boris.page.isVisible(".said"));
      assert.equal(await boris.page.inputValue('[name="f.why"]'), `Anna, ${lang}`);
      assert.deepEqual([...anna.faults, ...boris.faults], []);
      await anna.context.close();
      await boris.context.close();
    });

    test("a finding stands beside its field as one types, and goes again", async () => {
      const { page, faults, context } = await open(lang);
      await page.goto(`${server.address}/edit/goal/installers_talk`);
      const was = await page.inputValue('[name="f.due"]');
      await page.fill('[name="f.due"]', "2031-01-01");
      await page.waitForSelector('.beside[data-field="due"] .finding');
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "f.due", "the focus stays");
      await page.fill('[name="f.due"]', was);
      await page.waitForSelector('.beside[data-field="due"] .finding', { state: "detached" });
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("an element is added, moved, removed, and the removal taken back", async () => {
      const { page, faults, context } = await open(lang);
      await page.goto(`${server.address}/new/segment`);
      await page.fill('[name="f.name"]', `Landlords ${lang}`);
      await save(page);
      const form = page.url().split("?")[0];
      assert.match(form, new RegExp(`/edit/segment/landlords_${lang}$`));
      await Promise.all([page.waitForNavigation(), page.click('button[value="up"]')]);
      await page.goto(form);
      await page.click("details summary:has-text('…')");
      await Promise.all([page.waitForNavigation(), page.click(".danger")]);
      assert.ok(!(await page.textContent("main ul")).includes(`Landlords ${lang}`));
      await Promise.all([page.waitForNavigation(), page.click(".said button")]);
      assert.equal((await page.goto(form)).status(), 200);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("the raw text is saved and says what the rules find", async () => {
      const { page, faults, context } = await open(lang);
      await page.goto(`${server.address}/text/business.toml`);
      const text = await page.inputValue("#text");
      const edit = (to) => page.$eval("#text", (area, to) => {
        area.value = to;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }, to);
      await edit(`${text}\n[business_goal.${lang}]\nnmae = "x"\n`);
      await save(page);
      assert.match(await page.textContent("main"), /nmae/);
      assert.ok(await page.isVisible(".finding"));
      await edit(text);
      await save(page);
      assert.equal(await page.inputValue("#text"), text);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("a bar of the plan is moved by the keyboard", async () => {
      const { page, faults, context } = await open(lang);
      await page.goto(`${server.address}/actions?view=gantt`);
      const bar = page.locator("plan-gantt a.bar").nth(lang === "ru" ? 0 : 1);
      const [id, from] = [await bar.getAttribute("data-id"), await bar.getAttribute("data-from")];
      await bar.focus();
      await page.keyboard.press("ArrowRight");
      const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
      await page.keyboard.press("Enter");
      assert.ok((await saved).status() < 400);
      await page.goto(`${server.address}/edit/action/${id}`);
      const day = new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10);
      assert.equal(await page.inputValue('[name="f.starts"]'), day);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("a bar is moved by the mouse, and each of its ends; a short press is a click", async () => {
      const { page, faults, context } = await open(lang);
      await page.goto(`${server.address}/actions?view=gantt`);
      const days = (by) => (day) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
      const id = await page.locator("plan-gantt a.bar").nth(lang === "ru" ? 2 : 3).getAttribute("data-id");
      const bar = page.locator(`plan-gantt a.bar[data-id="${id}"]`);
      const dates = async () => [await bar.getAttribute("data-from"), await bar.getAttribute("data-to")];
      /** Takes the bar at a share of its width, and drags it by so many days. */
      const drag = async (share, by) => {
        await bar.scrollIntoViewIfNeeded();
        const box = await bar.boundingBox();
        const perDay = await page.$eval("plan-gantt svg", (svg) => {
          const { from, to, left, right } = svg.dataset;
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          return ((right - left) * scale) / ((Date.parse(to) - Date.parse(from)) / 86_400_000);
        });
        const [x, y] = [box.x + 2 + (box.width - 4) * share, box.y + box.height / 2];
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + perDay * by, y, { steps: 5 });
        const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
        await page.mouse.up();
        assert.ok((await saved).status() < 400);
      };
      for (const [share, by, from, to] of [[0.5, 14, 14, 14], [0, 10, 10, 0], [1, 21, 0, 21], [0.5, -7, -7, -7]]) {
        const [first, last] = await dates();
        await drag(share, by);
        const wanted = [days(from)(first), days(to)(last)];
        await page.waitForFunction(([id, day, end]) => {
          const bar = document.querySelector(`plan-gantt a.bar[data-id="${id}"]`);
          return bar?.dataset.from === day && bar.dataset.to === end;
        }, [id, ...wanted], { timeout: 5000 }).catch(async () => assert.deepEqual(await dates(), wanted, `at ${share} by ${by}`));
        assert.match(page.url(), /view=gantt$/, "a drop is no click");
      }
      await bar.focus();
      const [first, last] = await dates();
      const end = page.waitForResponse((answer) => answer.request().method() === "POST");
      for (const key of ["Shift+PageDown", "Shift+ArrowLeft", "Enter"]) await page.keyboard.press(key);
      assert.ok((await end).status() < 400);
      await Promise.all([page.waitForURL(new RegExp(`/edit/action/${id}$`)), bar.click()]);
      assert.deepEqual([await page.inputValue('[name="f.starts"]'), await page.inputValue('[name="f.ends"]')], [first, days(6)(last)]);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("a cause and its effect are joined on the map by dragging, and parted", async () => {
      const { page, faults, context } = await open(lang);
      await page.goto(`${server.address}/scorecard`);
      const pairs = await page.$$eval(".wires form", (forms) => forms.map((form) => `${form.cause.value} ${form.effect.value}`));
      const cards = await page.$$eval("strategy-map a.node", (cards) => cards.map((card) => card.dataset.id));
      const [cause, effect] = cards.flatMap((one) => cards.map((other) => [one, other]))
        .find(([one, other]) => one !== other && !pairs.includes(`${one} ${other}`) && !pairs.includes(`${other} ${one}`));
      const middle = async (id) => {
        const box = await page.locator(`strategy-map a.node[data-id="${id}"]`).boundingBox();
        return [box.x + box.width / 2, box.y + box.height / 2];
      };
      await page.locator("strategy-map").scrollIntoViewIfNeeded();
      const [from, to] = [await middle(cause), await middle(effect)];
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
      await page.mouse.move(...to, { steps: 4 });
      await page.mouse.up();
      await page.waitForFunction(([cause, effect]) => [...document.querySelectorAll(".wires form")]
        .some((form) => form.cause.value === cause && form.effect.value === effect), [cause, effect]);
      await page.click(".wires summary");
      await Promise.all([page.waitForNavigation(), page.locator(".wires form").filter({
        has: page.locator(`[name="cause"][value="${cause}"]`),
      }).filter({ has: page.locator(`[name="effect"][value="${effect}"]`) }).locator("button").click()]);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("Ctrl-K finds an element by its words", async () => {
      const { page, faults, context } = await open(lang);
      await page.goto(server.address);
      await page.keyboard.press("Control+k");
      await page.waitForSelector("search-box dialog[open]");
      await page.keyboard.type("first_reply");
      await page.waitForSelector('search-box a[href*="first_reply"]');
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("in three clicks from the overview: why a KPI is red, its correction, who owes what", async () => {
      const { page, faults, context } = await open(lang);
      await page.goto(server.address);
      assert.ok(await page.isVisible("#owed .owing"), "who owes what this week: no click");
      assert.ok(await page.isVisible(".missed .miss .mend"), "the correction of a miss: no click");
      await page.click(".missed .miss a");
      assert.match(page.url(), /\/kpis\//, "why it is red: one click");
      assert.ok(await page.isVisible("svg"));
      assert.match(await page.textContent("main"), lang === "ru" ? /Корректива/ : /Correction/);
      assert.deepEqual(faults, []);
      await context.close();
    });
  });
}
