import { buildIfStale, generateIfStale } from "./start/build";
import { explain } from "./start/run";
import { formatFileTimes, formatTally, type Run, sumTallies } from "./test/reports";
import { runPlaywright, runSecondServer, runTorture, runVitest } from "./test/runners";
import { runStaticChecks } from "./verify/checks";

/** Parts of `npm test`, in this order; each runs even when an earlier one failed. */
const daily: Record<string, () => Promise<Run>> = {
  checks: async () => {
    const results = await runStaticChecks();
    const passed = results.filter(({ isPassed }) => isPassed).length;
    return { tally: { passed, failed: results.length - passed, skipped: 0 }, files: [] };
  },
  unit: () => runVitest("unit"),
  db: () => runVitest("db"),
  journeys: async () => {
    await buildIfStale();
    return runPlaywright("journeys");
  },
};

/** Parts that repeat those over languages, widths, servers and kills: `npm run test:all` runs them afterwards. */
const rest: Record<string, () => Promise<Run>> = {
  screens: async () => {
    await buildIfStale();
    return runPlaywright("screens");
  },
  torture: () => runTorture(2),
  "second-server": runSecondServer,
};

const parts = { ...daily, ...rest };
const wanted = process.argv.slice(2);
const isAll = wanted.includes("all");
const unknown = wanted.filter((name) => name !== "all" && !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}; there are all, ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

const preparation = await attempt(
  async () => (await generateIfStale(), { tally: sumTallies([]), files: [] }),
);
const ofDaily = await runParts(daily, isAll || wanted.length === 0);
if (isAll)
  console.log(`\nWhat \`npm test\` runs: ${formatTally(sumTallies(ofDaily.map(({ tally }) => tally)))}`);
const ofRest = await runParts(rest, isAll);

const runs = [preparation, ...ofDaily, ...ofRest];
const total = sumTallies(runs.map(({ tally }) => tally));
for (const line of formatFileTimes(runs.flatMap(({ files }) => files))) console.log(line);
console.log(`\n${formatTally(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

async function runParts(these: typeof daily, isWhole: boolean): Promise<Run[]> {
  const done: Run[] = [];
  for (const [name, run] of Object.entries(these)) {
    if (!isWhole && !wanted.includes(name)) continue;
    console.log(`\n── ${name}`);
    const started = Date.now();
    done.push(await attempt(run));
    console.log(`── ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
  }
  return done;
}

/** A part that throws counts as one failure. */
async function attempt(run: () => Promise<Run>): Promise<Run> {
  try {
    return await run();
  } catch (error) {
    explain(error);
    return { tally: { passed: 0, failed: 1, skipped: 0 }, files: [] };
  }
}
