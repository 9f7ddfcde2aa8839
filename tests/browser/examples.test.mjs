// The examples that `beraad routes --json` gives are of this demo, and answer to each persona as they say.
import { after, test } from "node:test";
import { execFileSync } from "node:child_process";
import assert from "node:assert/strict";
import { as, at, close } from "./house.mjs";

after(close);

const program = process.env.BERAAD_PROGRAM;
const store = (process.env.BERAAD_STORE ?? "").split(" ").filter(Boolean);
/** What the demo has none of: a paper in a case, an invitation that waits, somebody else's sign-in, what stands only in a letter. */
const without = /\{(token|provider|invitation|document)\}/;

const list = (...args) => JSON.parse(execFileSync(program, ["routes", "--json", ...args], { encoding: "utf8", maxBuffer: 1 << 26 }));

test("each route has an example that is there", { skip: !program }, async () => {
  const routes = list(...store);
  const clients = {};
  for (const persona of new Set(routes.map((r) => r.seen_from))) clients[persona] = await as(persona);
  const wrong = [];
  let asked = 0;
  for (const route of routes) {
    if (Object.keys(route.example).length === 0 && !without.test(route.path)) wrong.push(`${route.path} has no example`);
    if (route.method !== "GET" || route.path.endsWith("/live")) continue;
    for (const [relation, path] of Object.entries(route.example)) {
      asked += 1;
      const status = (await clients[route.seen_from].request.get(at + path, { maxRedirects: 0 })).status();
      const missing = status === 404 && ["own", "public"].includes(relation);
      if (missing || ![200, 303, 403, 404].includes(status)) wrong.push(`${relation} of ${route.path}: ${status} at ${path}`);
    }
  }
  for (const page of Object.values(clients)) await page.context().close();
  assert.deepEqual(wrong, [], `${asked} asked`);
  assert.ok(asked > 150, `${asked} asked`);
});

test("without a demo only what needs no id has an example, and a wrong folder is told", { skip: !program }, () => {
  // A guide is no thing of a demo: it is there in every house.
  const needsNoId = (path) => !path.replace("{guide}", "").includes("{");
  for (const route of list()) assert.equal(Object.keys(route.example).length > 0, needsNoId(route.path), route.path);
  assert.throws(() => execFileSync(program, ["routes", "--json", "--data", "nergens"], { stdio: "pipe" }), /no database at/);
});
