// What every story needs: the real binary, a real browser, and an ear for what goes wrong on the page.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

/** The binary that the stories are played against. */
const REPER = process.env.REPER ?? "target/debug/reper";

/** Serves the demo department from a fresh folder, on any free port. */
export async function serveDemo() {
  const folder = await mkdtemp(join(tmpdir(), "reper-"));
  const server = spawn(REPER, ["demo", "--dir", folder, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const started = Date.now();
  const address = await new Promise((found, failed) => {
    let said = "";
    server.stdout.on("data", (part) => {
      said += part;
      const line = said.match(/http:\/\/\S+/);
      if (line) found(line[0]);
    });
    server.on("exit", (code) => failed(new Error(`the server ended with ${code}`)));
  });
  return {
    address,
    folder,
    started,
    async stop() {
      server.removeAllListeners("exit");
      server.kill("SIGINT");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Serves a folder on any free port: empty, with the demo's texts, or with texts of one's own; `join` is the first administrator's
 * one-time link. A day other than today can be set, and moved by `restart`.
 */
export async function serveEmpty({ demo, texts = {}, today } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "reper-"));
  if (demo) await promisify(execFile)(REPER, ["init", folder, "--demo", demo]);
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  let server;
  const start = (listen, day) => {
    const options = ["serve", "--data", folder, "--listen", listen, ...(day ? ["--today", day] : [])];
    server = spawn(REPER, options, { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    return new Promise((found, failed) => {
      const hear = (part) => {
        said += part;
        const where = said.match(/http:\/\/127\.0\.0\.1:\d+/);
        const link = said.match(/\/join\/[0-9a-f]{64}/);
        if (where && (link || listen !== "127.0.0.1:0")) found([where[0], link?.[0]]);
      };
      server.stdout.on("data", hear);
      server.stderr.on("data", hear);
      server.on("exit", (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
    });
  };
  const end = () =>
    new Promise((ended) => {
      server.removeAllListeners("exit");
      server.once("exit", ended);
      server.kill("SIGINT");
    });
  const [address, path] = await start("127.0.0.1:0", today);
  return {
    address,
    folder,
    join: address + path,
    async restart(day) {
      await end();
      await start(new URL(address).host, day);
    },
    async stop() {
      server.removeAllListeners("exit");
      server.kill("SIGINT");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port of this machine that nobody listens on now. */
export async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Serves a fresh, empty folder to people who sign in; `first` is the link of the first administrator. */
export async function serveNew(port, options, secret) {
  const folder = await mkdtemp(join(tmpdir(), "reper-"));
  const address = `http://127.0.0.1:${port}`;
  const listen = ["--lang", "en", "--data", folder, "--listen", `127.0.0.1:${port}`, "--public", address];
  let server;
  let said = "";
  const start = async () => {
    server = spawn(REPER, ["serve", ...listen, ...options], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, REPER_OIDC_SECRET: secret },
    });
    server.stderr.on("data", (part) => (said += part));
    await new Promise((found, failed) => {
      server.stdout.once("data", found);
      server.once("exit", (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
    });
  };
  const end = () =>
    new Promise((ended) => {
      server.once("exit", ended);
      server.kill("SIGINT");
    });
  await start();
  return {
    address,
    first: said.match(/http\S+\/join\/\w+/)?.[0],
    /** What the server has told its operator. */
    said: () => said,
    async restart() {
      await end();
      await start();
    },
    async stop() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
}

/** A page in one language that remembers every console error, failed request and request to elsewhere. */
export async function openPage(browser, address, { lang, theme = "light", width = 1440 }) {
  const context = await browser.newContext({
    locale: lang === "ru" ? "ru-RU" : "en-GB",
    colorScheme: theme,
    viewport: { width, height: 900 },
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("data:")) faults.push(request.url());
  });
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`));
  return { page, faults, context };
}
