// A hall full of people signs in: each asks for a code, waits for the letter, and types it. All from one
// network address, as in a hall. Gives how long that took, and what each of the two forms took.
import { execFileSync } from "node:child_process";

const together = 40;

export async function signIns(at, program, data, many) {
  const list = execFileSync(program, ["user", "list", "--data", data], { encoding: "utf8", maxBuffer: 1 << 26 });
  const people = list.trim().split("\n").map((line) => line.split("  ")[1]).filter((address) => address?.includes("@")).slice(0, many);
  const [ask, enter] = [[], []];
  const began = performance.now();
  const waiting = [...people];
  const one = async () => {
    for (let address = waiting.pop(); address; address = waiting.pop()) {
      const before = (await newest(at, address))?.n ?? 0;
      const asked = await timed(ask, `${at}/aanmelden`, { adres: address, naar: "/" });
      const attempt = /name="poging" value="([^"]+)"/.exec(await asked.text())[1];
      const entered = await timed(enter, `${at}/aanmelden/code`, { poging: attempt, code: await codeFor(at, address, before), naar: "/" });
      if (entered.status !== 303) throw new Error(`${address} is not let in: ${entered.status}`);
      await entered.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: together }, one));
  const seconds = (performance.now() - began) / 1000;
  return { people: people.length, seconds: Number(seconds.toFixed(1)), ask_p95_ms: p95(ask), enter_p95_ms: p95(enter) };
}

async function timed(times, path, fields) {
  const began = performance.now();
  const answer = await fetch(path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  times.push(performance.now() - began);
  return answer;
}

const newest = async (at, address) => (await (await fetch(`${at}/demo/post.json?aan=${encodeURIComponent(address)}`)).json())[0];

async function codeFor(at, address, before) {
  for (let tries = 0; tries < 600; tries++) {
    const letter = await newest(at, address);
    if (letter?.n > before) return /\b\d{3} \d{3}\b/.exec(await (await fetch(`${at}/demo/post/${letter.n}.html`)).text())[0];
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no letter came for ${address}`);
}

const p95 = (times) => Math.round(times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]);
