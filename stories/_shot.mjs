import { chromium } from "playwright-core";
const [,, ...args] = process.argv;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu"] });
for (const arg of args) {
  const [path, lang="ru", width="1440", theme="light"] = arg.split(",");
  const context = await browser.newContext({ locale: lang === "ru" ? "ru-RU" : "en-GB", colorScheme: theme, viewport: { width: Number(width), height: 900 } });
  const page = await context.newPage();
  page.on("console", m => m.type()==="error" && console.log(path, m.text()));
  page.on("pageerror", e => console.log(path, String(e)));
  await page.goto("http://127.0.0.1:7991" + path);
  const name = `/tmp/look-shots/${path.replace(/[^a-z0-9]+/gi,"_")}-${lang}-${width}-${theme}.png`;
  await page.screenshot({ path: name, fullPage: width !== "1440" });
  console.log(name, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
  await context.close();
}
await browser.close();
