import { buildIfStale, generateIfStale } from "./start/build";
import { explain } from "./start/run";
import { formatTally, sumTallies, type Tally } from "./test/reports";
import { runPlaywright, runTorture, runVitest } from "./test/runners";
import { runStaticChecks } from "./verify/checks";

const failure: Tally = { passed: 0, failed: 1, skipped: 0 };
const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

/** In this order; each part runs even when an earlier one failed. */
const parts: Record<string, () => Promise<Tally>> = {
  checks: async () => {
    const results = await runStaticChecks();
    const passed = results.filter(({ isPassed }) => isPassed).length;
    return { passed, failed: results.length - passed, skipped: 0 };
  },
  unit: () => runVitest("unit"),
  db: () => runVitest("db"),
  e2e: async () => {
    await buildIfStale();
    return runPlaywright();
  },
  torture: () => runTorture(2),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
const tallies = [
  unknown.length > 0 ? failure : await attempt(async () => (await generateIfStale(), nothing)),
];
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  tallies.push(await attempt(run));
}
if (unknown.length > 0)
  console.error(`There is no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}.`);

const total = sumTallies(tallies);
console.log(`\n${formatTally(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

/** A part that throws counts as one failure. */
async function attempt(run: () => Promise<Tally>): Promise<Tally> {
  try {
    return await run();
  } catch (error) {
    explain(error);
    return failure;
  }
}
