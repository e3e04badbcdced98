import { mkdirSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { itemAt, required } from "@/lib/domain/invariant/required";
import { assumeEnvironment, assumeWhereUnset, env } from "@/lib/platform/environment/env";
import { buildIfStale, generateIfStale, projectRoot } from "@/scripts/start/build";
import { openConfiguredDatabase } from "@/scripts/start/database";
import { runToEnd } from "@/scripts/start/run";
import { findFreePort, launch, readAnnouncement, stop } from "@/scripts/test/amana";
import {
  printLine,
  printBytes,
  printCalls,
  printDossier,
  printImport,
  printLookup,
  printPeak,
  printSpeed,
  printVerification,
} from "./report";

const SIZES = [
  { records: 10_000, controllers: 500, journal: 100_000 },
  { records: 1_000, controllers: 50, journal: 1_000 },
  { records: 100_000, controllers: 500, journal: 1_000 },
];

/** Selects the sizes named on the command line by their number of records, or all. */
const CHOSEN = SIZES.filter(
  ({ records }, index) =>
    process.argv.length < 3 ||
    process.argv.includes(String(records)) ||
    (index === 0 && process.argv.some((word) => /^cost(?:=|$)/.test(word))),
);

/** The matrix of authorisations has an organisation of its own. */
const WITH_MATRIX = process.argv.length < 3 || process.argv.includes("matrix");

/** `cost` measures the processor time of the main pages alone, `cost=records` of those with such an address. */
const COST = process.argv.find((word) => /^cost(?:=|$)/.test(word));

/** `import`, or `import=<commit>` to measure the import of that commit beside today's. */
const IMPORT = process.argv.find((word) => /^import(?:=|$)/.test(word));

/** `console` measures the morning's page, the matrix, the search and the lists alone, over three sizes; `console=10000` over one. */
const CONSOLE = process.argv.find((word) => /^console(?:=|$)/.test(word));
const CONSOLE_SIZES = [
  { records: 10_000, controllers: 500, journal: 0, obligations: 5_000 },
  { records: 1_000, controllers: 50, journal: 0, obligations: 500 },
  { records: 100_000, controllers: 500, journal: 0, obligations: 5_000 },
].filter(({ records }) => [String(records), undefined].includes(CONSOLE?.split("=")[1]));

/** `dossier` measures the making of a dossier alone, of 2,000 records and of five times as many. */
const DOSSIER = process.argv.includes("dossier");
const DOSSIER_SIZES = [
  { records: 2_000, controllers: 100, journal: 20_000 },
  { records: 10_000, controllers: 500, journal: 100_000 },
];

/** `calls`, or `calls=5000000`, measures a call log of so many lines alone. */
const CALLS = process.argv.find((word) => /^calls(?:=|$)/.test(word));
const CALL_LINES = 1_000_000;

/** `lookup`, or `lookup=100000`, measures the check of a list of so many numbers alone. */
const LOOKUP = process.argv.find((word) => /^lookup(?:=|$)/.test(word));
const LOOKUP_LINES = 1_000_000;

/** `memory` measures the memory of all processes at rest, after each page and over 5,000 pages alone. */
const MEMORY = process.argv.includes("memory");

/** `verify` measures the verification of the journal and of all rows alone, over 10,000 records and 100,000 entries. */
const VERIFY = process.argv.includes("verify");
const VERIFY_SIZES = SIZES.slice(0, 1);

/** `pdf` measures all volumes of the PDF of 10,000 records alone. */
const PDF = process.argv.includes("pdf");

// Its own folder: nobody's register is measured, and what was seeded once serves again.
assumeWhereUnset({ AMANA_DATA_DIR: join(projectRoot, ".bench") });

await runToEnd(async () => {
  if (IMPORT) {
    const { measureImports } = await import("./import-cost");
    return measureImports(IMPORT.split("=")[1] ?? null, printImport);
  }
  // The making of a dossier needs no page, and neither do calls and lists.
  await (DOSSIER || VERIFY || CALLS || LOOKUP ? generateIfStale() : buildIfStale());
  mkdirSync(env().AMANA_DATA_DIR, { recursive: true });
  const database = await openConfiguredDatabase();
  const { appUrl, authUrl, secret } = database;
  assumeEnvironment({ DATABASE_APP_URL: appUrl, DATABASE_AUTH_URL: authUrl, AMANA_SECRET: secret });
  // Imported only now: the build makes the client that they need.
  if (MEMORY) {
    const { measureFootprint } = await import("./footprint");
    return measureFootprint(database);
  }
  const { seedMatrixOnce, seedOnce } = await import("./seeded");
  const { closeClients } = await import("@/lib/platform/database/clients");
  if (DOSSIER) {
    const { measureDossier } = await import("./dossier");
    for (const organisation of await seedOnce(database.ownerUrl, DOSSIER_SIZES))
      for (const language of ["fr", "ar"] as const)
        printDossier(organisation.size.records, language, await measureDossier(organisation, language));
    await closeClients();
    return database.release();
  }
  if (VERIFY) {
    const { measureVerification } = await import("./verification");
    await seedOnce(database.ownerUrl, VERIFY_SIZES);
    printVerification(await measureVerification(database.ownerUrl));
    await closeClients();
    return database.release();
  }
  if (CONSOLE) {
    const { measureConsole } = await import("./console");
    await measureConsole(await seedOnce(database.ownerUrl, CONSOLE_SIZES));
    await closeClients();
    return database.release();
  }
  if (CALLS) {
    const { measureCalls } = await import("./calls");
    const lines = Number(CALLS.split("=")[1] ?? CALL_LINES);
    printCalls(lines, await measureCalls(database.ownerUrl, lines));
    await closeClients();
    return database.release();
  }
  if (LOOKUP) {
    const { measureLookup } = await import("./lookup");
    const lines = Number(LOOKUP.split("=")[1] ?? LOOKUP_LINES);
    printLookup(lines, await measureLookup(database.ownerUrl, lines));
    await closeClients();
    return database.release();
  }
  if (PDF) {
    const { measurePdf } = await import("./pdf");
    const [organisation] = await seedOnce(database.ownerUrl, SIZES.slice(0, 1));
    await measurePdf(required(organisation, "the measured organisation"));
    await closeClients();
    return database.release();
  }
  const measured = await seedOnce(database.ownerUrl, CHOSEN);
  const { measureCosts } = await import("./cost");
  if (COST) {
    await measureCosts(database, itemAt(measured, 0), COST.split("=")[1]);
    await closeClients();
    return database.release();
  }
  const matrix = WITH_MATRIX ? await seedMatrixOnce(database.ownerUrl) : null;
  const { measureMatrix, measureMatrixPage } = await import("./matrix");
  // Before the product starts: what it does as it wakes is not the matrix's.
  if (matrix) await measureMatrix(matrix);
  const port = await findFreePort();
  const amana = launch({
    AMANA_DATA_DIR: env().AMANA_DATA_DIR,
    PORT: String(port),
    WEB_WORKERS: String(env().WEB_WORKERS),
  });
  try {
    const { baseUrl } = await readAnnouncement(amana, { isNew: false });
    const { measurePages } = await import("./pages");
    const { measureFloor } = await import("./measure-floor");
    const { measureWork } = await import("./work");
    printLine(
      `${cpus().length} processors (${cpus()[0]?.model}), load ${itemAt(loadavg(), 0).toFixed(1)}, ${env().WEB_WORKERS} web processes`,
    );
    for (const organisation of measured) {
      const { records, journal } = organisation.size;
      printLine(
        `\n${records} records, ${organisation.size.controllers} controllers, ${journal} journal entries`,
      );
      const list = await measurePages(baseUrl, organisation, printSpeed);
      if (organisation !== measured[0]) continue;
      printBytes(list.weight);
      const floor = await measureFloor({
        appUrl,
        authUrl,
        visible: list.weight.visible,
        workers: env().WEB_WORKERS,
        organisation,
      });
      printSpeed("floor: node:http + pg, the same page", floor);
      printLine(`  the list costs ${(list.speed.p50 / floor.p50).toFixed(1)} times the floor alone`);
      await measureWork(required(amana.pid, "pid of the server"), baseUrl, organisation, printPeak);
    }
    if (matrix) await measureMatrixPage(baseUrl, matrix);
    await stop(amana);
    const [first] = measured;
    if (first) await measureCosts(database, first);
  } finally {
    await stop(amana);
    await closeClients();
    await database.release();
  }
});
