// Steps that several stories share: coming in by a link, sending a form, filling one in as a person does.

import { mkdir } from "node:fs/promises";
import { openPage } from "./browser.mjs";

const PASSWORD = "correct horse battery staple 7";
/** Where pictures of the pages are put, if anywhere. */
const SHOTS = process.env.SHOTS;

/** Clicks what leads to another page, and waits for that page. */
export const send = (page, button) => Promise.all([page.waitForNavigation({ waitUntil: "domcontentloaded" }), page.click(button)]);

/** Somebody opens a one-time link, makes an account and signs in, in a browser of their own. */
export async function comeIn(browser, server, lang, link, login, name = `${lang} ${login}`) {
  const one = await openPage(browser, server.address, { lang });
  await one.page.goto(link);
  await one.page.fill("#name", name);
  await one.page.fill("#login", login);
  await one.page.fill("#password", PASSWORD);
  await one.page.fill("#again", PASSWORD);
  await send(one.page, "main .btn-primary");
  if (await one.page.locator("main form[action='/sign-in']").count()) {
    await one.page.fill("#login", login);
    await one.page.fill("#password", PASSWORD);
    await send(one.page, "main .btn-primary");
  }
  return one;
}

/** The administrator invites somebody in a role; gives the link. */
export async function invite(page, server, login, role) {
  await page.goto(`${server.address}/users`);
  await page.fill("#login", login);
  await page.check(`[name="role"][value="${role}"], [name="role"][value="${role.replace("_", "-")}"]`);
  await send(page, 'form[action="/users/invite"] .btn-primary');
  return server.address + new URL(await page.inputValue("#link"), server.address).pathname;
}

/** Saves the form of an element. */
export const save = (page) => send(page, "form.form .btn-primary");

/** Fills in the form of an element; what is named is chosen by the words that stand on the page. */
export async function fill(page, fields, below = "f") {
  for (const [key, value] of Object.entries(fields)) {
    const name = `${below}.${key}`;
    if (value instanceof Array && typeof value[0] === "string") await several(page, name, value);
    else if (value instanceof Array) await rows(page, name, value);
    else if (typeof value === "object") await fill(page, value, name);
    else await one(page, name, key, value);
  }
}

/** Fills row after row, and adds those that are not there yet. */
async function rows(page, name, values) {
  const set = page.locator(`record-rows[data-name="${name}"]`);
  const all = set.locator("> .field");
  for (const [at, value] of values.entries()) {
    if ((await all.count()) <= at) await set.locator(".row-add").click();
    const first = await all.nth(at).locator("[name]").first().getAttribute("name");
    await fill(page, value, first.slice(0, first.lastIndexOf(".")));
  }
}

async function several(page, name, values) {
  const area = page.locator(`textarea[name="${name}"]`);
  if (await area.count()) return area.fill(values.join("\n"));
  for (const value of values) {
    if (await picked(page, name, value)) continue;
    await page.locator(".ticks label").filter({ has: page.locator(`[name="${name}"]`), hasText: value }).locator("input").check();
  }
}

/** Finds a reference by typing its name, where the field has a box to type in. */
async function picked(page, name, value) {
  const box = page.locator("ref-pick").filter({ has: page.locator(`[name="${name}"]`) });
  if (!(await box.getByRole("combobox").count())) return false;
  await box.getByRole("combobox").fill(value);
  await box.getByRole("option").filter({ hasText: value }).first().click();
  return true;
}

async function one(page, name, key, value) {
  const control = page.locator(`[name="${name}"]`);
  // A level is found by the name of its competence.
  if (!(await control.count())) return page.locator("fieldset.field-levels").getByLabel(key, { exact: true }).fill(String(value));
  if (value === true) return control.check();
  if (await picked(page, name, value)) return undefined;
  if ((await control.evaluate((found) => found.tagName)) !== "SELECT") return control.fill(String(value));
  const words = await control.locator("option").allTextContents();
  return control.selectOption(words.includes(value) ? { label: value } : value);
}

/** A picture of a page, wide and narrow, where pictures are wanted. */
export async function shoot(page, name, widths = [1440, 390]) {
  if (!SHOTS) return;
  await mkdir(SHOTS, { recursive: true });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${SHOTS}/${name}_${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
