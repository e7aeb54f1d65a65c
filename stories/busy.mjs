// A department in the middle of its work: users, keys, hooks, comments, a proposal that came back and one under way.

import { comeIn, fill, invite, save, send } from "./steps.mjs";

/** Fills a served demo department with work; gives the administrator and a link that nobody has used yet. */
export async function makeBusy(browser, server) {
  const chief = await comeIn(browser, server, "en", server.join, "chief", "Anna Bergman");
  const { page } = chief;
  const open = (path) => page.goto(server.address + path);
  for (const login of ["peter", "victor", "robert"]) {
    await (await comeIn(browser, server, "en", await invite(page, server, login, "approver"), login)).context.close();
    await open(`/users/${login}`);
    await page.selectOption("#person", login);
    await send(page, "main form.form .btn-primary");
  }
  const link = await invite(page, server, "guest", "viewer");

  await mend(page, open, "handoff", { agreed: "2d" });
  await mend(page, open, "task", { owner: "leo" });
  await mend(page, open, "kpi", { correction: { what: "Stories are told by phone and written down here", owner: "leo", within: "3d" } });
  await propose(page, open);
  await open("/comments/goal/heard");
  await page.fill("#comment", "Which review sites are counted?");
  await send(page, ".thread .form .btn");
  await open("/approval");
  await send(page, 'form[action$="/withdraw"] .btn');
  await propose(page, open);

  await open("/keys");
  await page.fill("#key-name", "Weekly figures");
  await send(page, 'form[action="/keys"] .btn-primary');
  await open("/calendar");
  await send(page, 'form[action="/calendar"] .btn-primary, form[action="/calendar"] .btn');
  return { ...chief, link };
}

/** Mends the error that speaks of an element of a table, by the form that the findings lead to. */
async function mend(page, open, table, fields) {
  await open("/findings");
  await send(page, `#error a[href^="/edit/${table}/"]`);
  await fill(page, fields);
  await save(page);
}

async function propose(page, open) {
  await open("/approval/propose");
  for (const field of await page.locator('fieldset [name^="one."]').all()) await field.fill("Accepted until the next review");
  await send(page, 'form[action="/approval/propose"] .btn-primary');
}
