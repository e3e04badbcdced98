import { loadavg } from "node:os";
import { itemAt } from "@/lib/domain/invariant/required";
import type { CallsCost, CallsSpent } from "./calls";
import type { VerificationCost } from "./verification";
import type { DossierCost } from "./dossier";
import type { ImportCost } from "./import-cost";
import type { LookupCost } from "./lookup";
import type { Speed } from "./load";
import type { Peak } from "./memory";
import type { ProcessorTime } from "./processor";
import type { Weight } from "./weight";

const WIDTH = 46;

/** Prints results of the benchmark alone, without the product's log. */
export function printLine(line: string): void {
  console.log(line);
}

export function printSpeed(what: string, { p50, p95, perSecond, perSecondCompressed }: Speed): void {
  const alone = `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
  printLine(
    `  ${what.padEnd(WIDTH)} ${alone}, ${Math.round(perSecond)}/s, gzip ${Math.round(perSecondCompressed)}/s`,
  );
}

export function printBytes({ html, visibleHtml, javaScript }: Weight): void {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
  printLine(
    `  compressed: HTML ${kilobytes(html)} (${kilobytes(visibleHtml)} of it seen), JavaScript ${kilobytes(javaScript)}`,
  );
}

export function printPeak(what: string, { seconds, peakMegabytes, megabytesBefore, cpuSeconds }: Peak): void {
  printLine(
    `  ${what.padEnd(WIDTH)} ${seconds.toFixed(1)} s (processor ${cpuSeconds.toFixed(1)} s), ${peakMegabytes} MB in the largest process, ${megabytesBefore} before`,
  );
}

export function printDossier(records: number, language: string, cost: DossierCost): void {
  const { seconds, cpuSeconds, ownMegabytes, largestMegabytes, bytes } = cost;
  const memory = `${Math.round(ownMegabytes)} MB in its process, ${largestMegabytes} MB in the largest`;
  const what = `dossier of ${records} records, ${language}`;
  printLine(
    `  ${what.padEnd(WIDTH)} ${seconds.toFixed(1)} s (processor ${cpuSeconds.toFixed(1)} s), ${memory}, ${(bytes / 1e6).toFixed(1)} MB`,
  );
}

export function printVerification({ rows, seconds, processor, isWhole, faults }: VerificationCost): void {
  const rate = Math.round(rows / seconds);
  printLine(
    `  ${"verification of the journal".padEnd(WIDTH)} ${rows} entries and rows in ${seconds.toFixed(1)} s, ${rate} a second, processor ${processor.web.toFixed(1)} s, PostgreSQL ${processor.database.toFixed(1)} s, ${isWhole ? "whole" : "BROKEN"}; load ${itemAt(loadavg(), 0).toFixed(1)}`,
  );
  for (const fault of faults) printLine(`    ${fault}`);
}

export function printCalls(lines: number, cost: CallsCost): void {
  const { floor, reading, judging, calls, peakMegabytes, floorMegabytes } = cost;
  const spentText = ({ seconds, node, database }: CallsSpent) =>
    `${seconds.toFixed(1)} s (processor ${node.toFixed(1)} s, PostgreSQL ${database.toFixed(1)} s)`;
  printLine(
    `  ${`call log of ${lines} lines`.padEnd(WIDTH)} ${calls} calls, ${peakMegabytes} MB; plain loop ${floorMegabytes} MB, load ${itemAt(loadavg(), 0).toFixed(1)}`,
  );
  printLine(`  ${"read".padEnd(WIDTH)} ${spentText(reading)}`);
  printLine(`  ${"judged".padEnd(WIDTH)} ${spentText(judging)}`);
  printLine(
    `  ${"plain loop".padEnd(WIDTH)} ${floor.seconds.toFixed(1)} s (processor ${floor.node.toFixed(1)} s)`,
  );
  const spent = reading.node + reading.database + judging.node + judging.database;
  const byClock = (reading.seconds + judging.seconds) / floor.seconds;
  printLine(
    `  ${"times the loop".padEnd(WIDTH)} ${byClock.toFixed(1)} by the clock, ${(spent / floor.node).toFixed(1)} in processor time`,
  );
}

export function printLookup(lines: number, cost: LookupCost): void {
  const { floor, answering, writing, allowed, unknown, peakMegabytes, floorMegabytes } = cost;
  const times = ((answering + writing) / floor).toFixed(1);
  printLine(
    `  ${`list of ${lines} numbers`.padEnd(WIDTH)} answered ${answering.toFixed(1)} s, written ${writing.toFixed(1)} s, ${allowed} allowed, ${unknown} unknown, ${peakMegabytes} MB; plain loop ${floor.toFixed(1)} s, ${floorMegabytes} MB: ${times} times`,
  );
}

export function printImport(what: string, { node, database }: ImportCost): void {
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  printLine(
    `  ${what.padEnd(WIDTH)} processor ${seconds(node)}, PostgreSQL ${seconds(database)}, both ${seconds(node + database)}`,
  );
}

export function printProcessorTime(
  what: string,
  { web, database, timesFloor }: ProcessorTime & { timesFloor: number },
): void {
  const spent = `web ${web.toFixed(1)} ms, PostgreSQL ${database.toFixed(1)} ms`;
  printLine(`  ${what.padEnd(WIDTH)} ${spent}, ${timesFloor.toFixed(1)} times the floor`);
}

/** Prints milliseconds on the wall, which other load of the machine lengthens, and of processor, which it changes little. */
export function printAlone(
  what: string,
  { p50, p95, web, database }: Pick<Speed, "p50" | "p95"> & ProcessorTime,
): void {
  const wall = `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
  printLine(
    `  ${what.padEnd(WIDTH)} ${wall}; processor: web ${web.toFixed(1)} ms, PostgreSQL ${database.toFixed(1)} ms`,
  );
}
