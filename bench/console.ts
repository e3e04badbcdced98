import { findDuties, visibleNouns } from "@/lib/features/obligation/read/queries";
import { withOrg } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { findFreePort, launch, readAnnouncement, stop } from "@/scripts/test/amana";
import { required } from "@/lib/domain/invariant/required";
import { measureAlone } from "./load";
import { type ProcessorTime, readProcessorSeconds } from "./processor";
import { printAlone, printLine } from "./report";
import type { Measured } from "./seed";

const WARM_UP = 15;
const REQUESTS = 40;

/** Pages that a DPO opens in the morning, and answers to each keystroke of the palette. */
const PAGES: readonly (readonly [name: string, path: (slug: string) => string])[] = [
  ["today", (slug) => `/${slug}`],
  ["where we stand", (slug) => `/${slug}/compliance`],
  ["gaps, by article and controller", (slug) => `/${slug}/compliance/gaps`],
  ["dates", (slug) => `/${slug}/obligations`],
  ["search page: relance jol", (slug) => `/${slug}/search?q=relance%20jol`],
  ["palette, of names: relance jol", (slug) => `/api/search/${slug}?q=relance%20jol`],
  ["palette, of gaps: autorisation", (slug) => `/api/search/${slug}?q=autorisation`],
  ["list, 50 rows", (slug) => `/${slug}/records`],
];

/** Measures the console's pages alone, each warm, in organisations of several sizes. */
export async function measureConsole(organisations: readonly Measured[]): Promise<void> {
  const amana = launch({
    AMANA_DATA_DIR: env().AMANA_DATA_DIR,
    PORT: String(await findFreePort()),
    WEB_WORKERS: "1",
    AMANA_JOBS: "off",
  });
  try {
    const { baseUrl } = await readAnnouncement(amana, { isNew: false });
    const server = required(amana.pid, "pid of the server");
    for (const organisation of organisations) {
      const { records, controllers } = organisation.size;
      const dates = await countDates(organisation);
      printLine(`\n${records} records, ${controllers} controllers, ${dates} dates and lacks`);
      for (const [name, path] of PAGES) {
        const cookie = `amana.session=${organisation.token}`;
        const target = { url: `${baseUrl}${path(organisation.slug)}`, cookie };
        await measureAlone(target, WARM_UP);
        const before = readProcessorSeconds(server);
        const speed = await measureAlone(target, REQUESTS);
        const after = readProcessorSeconds(server);
        const spent = (of: keyof ProcessorTime) => ((after[of] - before[of]) * 1000) / REQUESTS;
        printAlone(name, { ...speed, web: spent("web"), database: spent("database") });
      }
    }
  } finally {
    await stop(amana);
  }
}

/** Counts what the morning's list chooses from. */
function countDates({ ctx }: Measured): Promise<number> {
  return withOrg(
    ctx.scope,
    async (tx) =>
      (await findDuties(tx, { now: new Date(), locale: "fr", nouns: visibleNouns(ctx.actor), ahead: 366 }))
        .length,
    { timeoutMs: 120_000 },
  );
}
