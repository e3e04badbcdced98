import { join } from "node:path";
import { buildIfStale, generateIfStale, projectRoot } from "./start/build";
import { explain } from "./start/run";
import { findTaggedFiles } from "./test/listed-tests";
import { formatFailures, formatFileTimes, formatTally, joinRuns, type Run, sumTallies } from "./test/reports";
import { runPlaywright, runSecondServer, runTorture, runVitest } from "./test/runners";
import { runStaticChecks } from "./verify/checks";

/** Projects that `npm test` leaves out. The many short workflows end together behind the long walks. */
const LONGER = ["screens", "workflows"] as const;

/** Holds the run of `LONGER` where it ran with the journeys: on one server, whose pages are then compiled once. */
let longerRun: Run | undefined;

const wanted = process.argv.slice(2);
const isAll = wanted.includes("all");
const multiplying = findTaggedFiles(join(projectRoot, "lib"), "multiplies");

/** Parts of `npm test`, in this order; each runs even when an earlier one failed. */
const daily: Record<string, () => Promise<Run>> = {
  checks: async () => {
    const results = await runStaticChecks();
    const failed = results.filter(({ isPassed }) => !isPassed);
    return {
      tally: { passed: results.length - failed.length, failed: failed.length, skipped: 0 },
      files: [],
      failures: failed.map(({ name }) => `check ${name}`),
    };
  },
  unit: () => runVitest(["unit"], { tags: "not multiplies" }),
  db: () => runVitest(["db"], { tags: "not multiplies", exclude: multiplying.whole }),
  journeys: async () => {
    await buildIfStale();
    const [journeys, ...others] = await runPlaywright(["journeys", ...(isAll ? LONGER : [])]);
    if (isAll) longerRun = joinRuns(others);
    return journeys ?? joinRuns([]);
  },
};

/**
 * Longer ways over several nouns, and parts that repeat those over languages, widths, servers and kills: `npm run test:all`
 * runs them afterwards.
 */
const rest: Record<string, () => Promise<Run>> = {
  browser: async () => {
    if (longerRun) return longerRun;
    await buildIfStale();
    return joinRuns(await runPlaywright(LONGER));
  },
  multiplies: () =>
    runVitest(["unit", "db"], {
      tags: "multiplies",
      folders: [...multiplying.whole, ...multiplying.part],
      environment: { AMANA_TEST_FORGERIES: "10000" },
    }),
  torture: () => runTorture(2),
  "second-server": runSecondServer,
};

const parts = { ...daily, ...rest };
const unknown = wanted.filter((name) => name !== "all" && !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}; there are all, ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

const seconds: string[] = [];
const preparation = await attempt(
  "generate",
  async () => (await generateIfStale(), { tally: sumTallies([]), files: [], failures: [] }),
);
const ofDaily = await runParts(daily, isAll || wanted.length === 0);
if (isAll)
  console.log(`\nWhat \`npm test\` runs: ${formatTally(sumTallies(ofDaily.map(({ tally }) => tally)))}`);
const ofRest = await runParts(rest, isAll);

const runs = [preparation, ...ofDaily, ...ofRest];
const total = sumTallies(runs.map(({ tally }) => tally));
console.log(`\nParts: ${seconds.join(", ")}`);
for (const line of formatFileTimes(runs.flatMap(({ files }) => files))) console.log(line);
for (const line of formatFailures(runs.flatMap(({ failures }) => failures))) console.log(line);
console.log(`\n${formatTally(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

async function runParts(these: typeof daily, isWhole: boolean): Promise<Run[]> {
  const done: Run[] = [];
  for (const [name, run] of Object.entries(these)) {
    if (!isWhole && !wanted.includes(name)) continue;
    console.log(`\n── ${name}`);
    const started = Date.now();
    done.push(await attempt(name, run));
    seconds.push(`${name} ${Math.round((Date.now() - started) / 1000)} s`);
    console.log(`── ${seconds.at(-1)}`);
  }
  return done;
}

/** A part that throws counts as one failure. */
async function attempt(name: string, run: () => Promise<Run>): Promise<Run> {
  try {
    return await run();
  } catch (error) {
    explain(error);
    return { tally: { passed: 0, failed: 1, skipped: 0 }, files: [], failures: [`${name} did not run`] };
  }
}
