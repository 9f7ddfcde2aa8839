// The same demo once more, on a port of its own and the store of the first: a program that is started and stopped.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

export const program = process.env.BERAAD_PROGRAM;
export const store = (process.env.BERAAD_STORE ?? "").split(" ").filter(Boolean);

/** Without what the scripts of the tests set for themselves. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("BERAAD_")));

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

function run(args) {
  const child = spawn(program, ["demo", ...args, ...store], { stdio: ["ignore", "ignore", "pipe"], env: environment });
  const self = { child, text: "", ended: once(child, "close") };
  child.stderr.setEncoding("utf8").on("data", (piece) => (self.text += piece));
  return self;
}

/** Starts it and waits until it says that it is open. */
export async function open(...args) {
  const at = `http://127.0.0.1:${await freePort()}`;
  const running = run(["--listen", at.slice("http://".length), ...args]);
  await new Promise((done, fail) => {
    running.child.stderr.on("data", () => running.text.includes("Stop with Ctrl-C") && done());
    void running.ended.then(([code]) => fail(new Error(`it ended with ${code}: ${running.text}`)));
  });
  const signIn = async (slug) => {
    const answer = await fetch(`${at}/demo/aanmelden`, { method: "POST", body: new URLSearchParams({ persoon: slug }), redirect: "manual" });
    assert.equal(answer.status, 303, slug);
    return answer.headers.get("set-cookie").split(";")[0];
  };
  return {
    at,
    said: () => running.text,
    /** A page as somebody reads it. */
    async reads(slug, path) {
      const headers = slug ? { cookie: await signIn(slug) } : {};
      const answer = await fetch(at + path, { headers });
      assert.equal(answer.status, 200, path);
      return answer.text();
    },
    /** Somebody asks a question. */
    async asks(slug, title) {
      const cookie = await signIn(slug);
      const page = await (await fetch(`${at}/gesprekken/nieuw`, { headers: { cookie } })).text();
      const hidden = (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)[1];
      const theme = /<option value="([a-z-]+)"/.exec(page)[1];
      const body = new URLSearchParams({ _token: hidden("_token"), eenmalig: hidden("eenmalig"), titel: title, thema: theme });
      const answer = await fetch(`${at}/gesprekken`, { method: "POST", headers: { cookie }, body, redirect: "manual" });
      assert.equal(answer.status, 303, await answer.text());
    },
    /** Asks it to close, and gives its exit code. */
    async stop() {
      running.child.kill("SIGTERM");
      const [code] = await running.ended;
      return code;
    },
  };
}

/** Starts it in a way that it refuses, and gives what it says. */
export async function fails(...args) {
  const given = args.includes("--listen") ? args : ["--listen", "127.0.0.1:0", ...args];
  const running = run(given);
  const [code] = await running.ended;
  assert.equal(code, 1, running.text);
  return running.text;
}
