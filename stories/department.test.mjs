// A department comes in: an empty database, the first administrator, everybody invited, every page for every role.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openBrowser, openPage, serveEmpty } from "./browser.mjs";
import { comeIn, invite, send, shoot } from "./steps.mjs";

const ROLES = ["strategist", "author", "approver", "analyst", "data_entry", "viewer"];
const READ = [
  "/", "/start", "/situation", "/objectives", "/strategy", "/tactics", "/actions", "/actions?view=gantt", "/control",
  "/scorecard", "/processes", "/handoffs", "/people", "/listening", "/kpis", "/findings", "/rules", "/documents",
  "/search?q=a", "/revisions", "/approval", "/account", "/account/second-factor", "/calendar", "/api", "/keys",
];
const EDIT = ["/edit/goal", "/edit/about", "/new/goal", "/new/kpi", "/import"];
const ADMINISTER = ["/users", "/audit", "/hooks"];
const WRITERS = ["administrator", "strategist", "author"];
let browser;

before(async () => { browser = await openBrowser(); });

after(() => browser?.close());

for (const lang of ["ru", "en"]) {
  describe(`in ${lang}`, () => {
    let server;
    const people = {};

    before(async () => { server = await serveEmpty(); });
    after(() => server?.stop());

    test("the first administrator joins by a link that works once", async () => {
      people.administrator = await comeIn(browser, server, lang, server.join, "chief");
      const { page, faults } = people.administrator;
      assert.equal((await page.goto(`${server.address}/users`)).status(), 200);
      assert.deepEqual(faults, []);
      const second = await openPage(browser, server.address, { lang });
      await second.page.goto(server.join);
      assert.equal(await second.page.locator("#password").count(), 0, "the link is used up");
      await second.context.close();
    });

    test("everybody is invited by a link of his own", async () => {
      const { page, faults } = people.administrator;
      for (const role of ROLES) {
        people[role] = await comeIn(browser, server, lang, await invite(page, server, role, role), role);
        assert.equal((await people[role].page.goto(`${server.address}/account`)).status(), 200);
        assert.deepEqual(people[role].faults, []);
      }
      assert.deepEqual(faults, []);
    });

    for (const role of ["administrator", ...ROLES]) {
      test(`every page of the role ${role} opens quietly, and what is beyond it says so`, async () => {
        const { page, faults } = people[role];
        const mine = [...READ, ...(WRITERS.includes(role) ? EDIT : []), ...(role === "administrator" ? ADMINISTER : [])];
        const wrong = [];
        for (const path of mine) {
          await page.setViewportSize({ width: 390, height: 900 });
          const answer = await page.goto(server.address + path);
          if (answer.status() !== 200) wrong.push(`${path}: ${answer.status()}`);
          if (/‹.+›/.test(await page.textContent("body"))) wrong.push(`${path}: a message is missing`);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (over > 0) wrong.push(`${path}: wider than the screen by ${over}`);
          if (role === "administrator") await shoot(page, `${lang}${path.replaceAll(/\W/g, "_")}`);
        }
        assert.deepEqual([...wrong, ...faults.splice(0)], []);
        for (const path of [...EDIT, ...ADMINISTER].filter((path) => !mine.includes(path))) {
          assert.equal((await page.goto(server.address + path)).status(), 403, path);
          assert.ok((await page.textContent("main")).trim().length > 20, `${path} says why`);
        }
      });
    }

    test("the audit trail knows all of them and is taken along", async () => {
      const { page } = people.administrator;
      await page.goto(`${server.address}/audit`);
      const told = await page.textContent("main");
      for (const role of ROLES) assert.ok(told.includes(role), role);
      const [file] = await Promise.all([page.waitForEvent("download"), page.click("main .head a[download]")]);
      assert.match(file.suggestedFilename(), /\.csv$/);
    });

    test("the administrator signs somebody out", async () => {
      const { page } = people.administrator;
      await page.goto(`${server.address}/users/viewer`);
      await send(page, 'form[action$="/sessions"] button');
      await people.viewer.page.goto(server.address);
      assert.match(people.viewer.page.url(), /\/sign-in/);
    });
  });
}
