import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { required } from "@/lib/domain/invariant/required";
import { withConnection } from "@/lib/platform/database/connection";
import { openDatabase } from "@/lib/platform/embedded/open-database";
import { env } from "@/lib/platform/environment/env";
import { readHeads, type PublishedHead } from "@/lib/platform/journal/published-head";
import { verifyStamp } from "@/lib/platform/timestamp/time-stamp";
import { verifyJournal, type JournalReport } from "@/lib/platform/journal/verify-journal";

/**
 * Reads again all that the journal binds, and prints the head of each chain. `--head FILE`, once or several times, gives
 * heads that were kept elsewhere: downloaded from the journal's page, or copied from its letters. `--stamps FOLDER` writes
 * the authority's answers that go with them into files, and prints the line by which openssl asks for the chain of their
 * certificates.
 */
async function main() {
  const { values } = parseArgs({
    options: { head: { type: "string", multiple: true }, stamps: { type: "string" } },
  });
  const stored: PublishedHead[] = [];
  for (const path of values.head ?? []) {
    const heads = readHeads(readFileSync(path, "utf8"));
    if (heads.length === 0) return refuse(`${path} holds no published head (a line amana-head-1.…).`);
    stored.push(...heads);
  }
  const database = env().DATABASE_URL
    ? { ownerUrl: required(env().DATABASE_URL, "DATABASE_URL"), release: async () => {} }
    : await openDatabase(env().AMANA_DATA_DIR);
  try {
    const report = await withConnection(database.ownerUrl, async (owner) => {
      await owner.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      return verifyJournal(owner, stored);
    });
    const stamps = await describeStamps(stored, values.stamps);
    for (const line of [...describeReport(report), ...describeCover(report, stored), ...stamps])
      console.log(line);
    if (!report.isWhole) process.exitCode = 1;
  } finally {
    await database.release();
  }
}

/** Exits with another code than a broken journal: nothing was read. */
function refuse(why: string) {
  console.error(why);
  process.exitCode = 2;
}

function describeReport({ chains, rows, unguarded, heads }: JournalReport): string[] {
  return [
    ...chains.map(({ name, seq, h, fault }) =>
      fault
        ? `BROKEN  ${name}: ${fault.kind} at entry ${fault.seq}`
        : `whole   ${name}: ${seq} entries, head ${seq} ${h.toString("hex")}`,
    ),
    ...rows.map(
      ({ org, table, kind, count, example }) =>
        `BROKEN  ${table} of ${org}: ${kind}, ${count} in all, for example ${example}`,
    ),
    ...unguarded.map((table) => `BROKEN  ${table}: a trigger is off, its rows are noted no more`),
    ...heads.map(({ org, kind, of }) => `BROKEN  published head of ${org}, ${of}: ${kind}`),
  ];
}

function describeCover({ uncovered, heads }: JournalReport, stored: readonly PublishedHead[]): string[] {
  const reached = stored.filter(
    ({ document }) => !heads.some(({ org, of }) => org === document.chain && of === document.day),
  );
  return [
    ...reached.map(
      ({ document: { issuer, day, seq } }) => `reached ${issuer.name}: head of ${day}, entry ${seq}`,
    ),
    ...uncovered
      .filter(({ entries, rows }) => entries + rows > 0)
      .map(
        ({ name, entries, rows, cleared }) =>
          `open    ${name}: ${entries} entries, ${rows} rows of evidence and ${cleared} cleared texts are covered by no head that was given`,
      ),
  ];
}

/** Formats one line for each valid stamp of a head that was given; with a folder, a second one for openssl. */
async function describeStamps(stored: readonly PublishedHead[], folder?: string): Promise<string[]> {
  const lines: string[] = [];
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  for (const { document, text, stamp } of stored) {
    const verified = stamp && (await verifyStamp(stamp, text));
    if (!stamp || !verified?.isValid) continue;
    const { at, authority, imprint } = verified.stamp;
    const { issuer, day, seq, chain } = document;
    lines.push(
      `stamped ${issuer.name}: head of ${day}, entry ${seq}, by ${authority} at ${at.toISOString()}; whether its certificate leads to a root you trust is asked by openssl`,
    );
    if (folder === undefined) continue;
    const path = join(folder, `${chain}-${day}-${seq}.tsr`);
    writeFileSync(path, stamp);
    lines.push(`        openssl ts -verify -digest ${imprint} -in '${path}' -CAfile ROOTS.pem`);
  }
  return lines;
}

await main();
