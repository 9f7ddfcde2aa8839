// A small house to test the scripts in: pages with the policy that the real server sends, and answers to posts.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

// Built on its own, with all styles, also those that no page uses yet.
const out = mkdtempSync(join(tmpdir(), "beraad-assets-"));
execFileSync(process.execPath, [join(import.meta.dirname, "../build.mjs"), "--whole", "--out", out]);
process.on("exit", () => rmSync(out, { recursive: true, force: true }));
export const files = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")).files;
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

/** `pages` maps "GET /path" to a body, or to a function of (request body, headers) that gives {status, body}. */
export async function openHouse(pages) {
  const posts = [];
  const streams = new Set();
  const server = createServer(async (request, response) => {
    const [path] = request.url.split("?");
    if (path.startsWith("/assets/")) {
      const file = Object.values(files).find((f) => `/assets/${f.file}` === path);
      return file ? response.writeHead(200, { "content-type": file.type }).end(readFileSync(join(out, file.file))) : response.writeHead(404).end();
    }
    if (path === "/stroom") {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(": hello\n\n");
      return streams.add(response);
    }
    let body = "";
    for await (const part of request) body += part;
    if (request.method === "POST") posts.push({ path, body, fragment: request.headers["x-fragment"] });
    const page = pages[`${request.method} ${path}`];
    const { status = 200, body: html } = typeof page === "function" ? await page(body, request.headers) : { body: page };
    response.writeHead(page === undefined ? 404 : status, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
    response.end(whole(html ?? "niets"));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${server.address().port}`;
  const profile = mkdtempSync(join(tmpdir(), "beraad-"));
  const quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  const browser = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: quiet });
  const problems = [];
  return {
    posts,
    problems,
    tell: (news) => streams.forEach((stream) => stream.write(`data: ${JSON.stringify(news)}\n\n`)),
    async visit(path) {
      const page = await browser.newPage();
      page.on("console", (message) => message.type() === "error" && /Content.Security|Uncaught/.test(message.text()) && problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(String(error)));
      await page.goto(address + path);
      return page;
    },
    async close() {
      await browser.close();
      streams.forEach((stream) => stream.end());
      server.close();
      server.closeAllConnections();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const whole = (body) => `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>
<link rel="stylesheet" href="/assets/${files["app.css"].file}">
${["core", "live", "write"].map((name) => `<script type="module" src="/assets/${files[`${name}.js`].file}"></script>`).join("")}
</head><body>${body.includes("<main") ? body : `<main id="inhoud">${body}</main>`}</body></html>`;
