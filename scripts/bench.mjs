// Reads the pages that /demo/maatstaf names, one by one and together, and writes what each costs.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { signIns } from "./sign-ins.mjs";

const at = process.env.BERAAD_AT;
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process.env.BERAAD_PID}/status`, "utf8"))[1]) / 1024;
const fresh = memory();
const signedIn = await fetch(`${at}/demo/aanmelden`, { method: "POST", body: new URLSearchParams({ persoon: "lid" }), redirect: "manual" });
const cookie = signedIn.headers.get("set-cookie").split(";")[0];
const paths = (await (await fetch(`${at}/demo/maatstaf`)).text()).trim().split("\n");
const seconds = Number(process.env.BERAAD_SECONDS ?? 8);

const rows = [];
for (const path of paths) {
  const cpu = [];
  let bytes = 0;
  let queries = 0;
  for (let i = 0; i < 200; i++) {
    const answer = await fetch(at + path, { headers: { cookie, "accept-encoding": "identity" } });
    const timing = answer.headers.get("server-timing");
    bytes = (await answer.arrayBuffer()).byteLength;
    queries = Number(/db;desc="(\d+)"/.exec(timing)[1]);
    cpu.push(Number(/cpu;dur=([\d.]+)/.exec(timing)[1]));
  }
  cpu.sort((a, b) => a - b);
  rows.push({ path, bytes, queries, cpu_ms: cpu[100], ...load([path]) });
}
const together = load(paths.slice(0, 3));
const hall = await signIns(at, process.env.BERAAD_PROGRAM, process.env.BERAAD_DATA, 1_000);
const result = { pages: rows, together, sign_ins: hall, memory_fresh_mb: Math.round(fresh), memory_after_mb: Math.round(memory()), cold_start_ms: Number(process.env.BERAAD_COLD_MS) };
writeFileSync(process.argv[2], JSON.stringify(result, null, 2) + "\n");
console.table(rows.map((r) => ({ page: r.path.slice(0, 40), bytes: r.bytes, queries: r.queries, "cpu ms": r.cpu_ms, "req/s": r.per_second, p50: r.p50_ms, p95: r.p95_ms, p99: r.p99_ms })));
console.log(`together ${together.per_second} requests a second; memory ${result.memory_fresh_mb} MB fresh, ${result.memory_after_mb} MB after; start ${result.cold_start_ms} ms`);
console.log(`${hall.people} people signed in within ${hall.seconds} s; asking took ${hall.ask_p95_ms} ms and the code ${hall.enter_p95_ms} ms (p95)`);

const failed = [...rows, { path: "together", ...together }].filter((r) => r.errors > 0).map((r) => `${r.path}: ${r.errors}`);
if (failed.length > 0) {
  console.error(`answers failed under load: ${failed.join(", ")}`);
  process.exitCode = 1;
}

/** wrk at 16 readers, in turn over the paths. */
function load(paths) {
  const script = `/tmp/beraad-bench-${process.pid}.lua`;
  writeFileSync(
    script,
    `local paths = {${paths.map((p) => JSON.stringify(p)).join(",")}}
local i = 0
request = function() i = i + 1; return wrk.format("GET", paths[i % #paths + 1], {["Cookie"] = "${cookie}"}) end
done = function(s, l, r)
  io.write(string.format('{"per_second":%.0f,"p50_ms":%.2f,"p95_ms":%.2f,"p99_ms":%.2f,"errors":%d}', s.requests / s.duration * 1e6, l:percentile(50) / 1000, l:percentile(95) / 1000, l:percentile(99) / 1000, s.errors.status + s.errors.read + s.errors.timeout))
end`,
  );
  const out = execFileSync("wrk", ["-t1", "-c16", `-d${seconds}s`, "-s", script, at], { encoding: "utf8" });
  return JSON.parse(/\{.*\}/.exec(out)[0]);
}
