import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { required } from "@/lib/domain/invariant/required";
import { NOUNS } from "@/lib/domain/nouns/nouns";
import { env } from "@/lib/platform/environment/env";
import { findFreePort, launch, readAnnouncement, stop } from "@/scripts/test/amana";
import type { Target } from "./load";
import { startFloor } from "./measure-floor";
import { askPages, measureProcessorTime, medianOf, type ProcessorTime } from "./processor";
import { printLine, printProcessorTime } from "./report";
import type { Measured } from "./seed";
import { measureWeight } from "./weight";

type Asked = { name: string; server: number; target: Target; pages: number; times: ProcessorTime[] };

/** A round asks every page in turn, so that what else the machine does meets all of them. */
const ROUNDS = 7;
const PAGES = 30;
const WARM_UP = 60;
/** The floor is so cheap that a hundredth of a second, the unit of the clock, would show. */
const FLOOR_PAGES = 400;

/** Processor time of every page of the navigation, or of those whose address holds `only`, beside the floor's. */
export async function measureCosts(
  { appUrl, authUrl }: { appUrl: string; authUrl: string },
  organisation: Measured,
  only = "",
): Promise<void> {
  const amana = launch({
    AMANA_DATA_DIR: env().AMANA_DATA_DIR,
    PORT: String(await findFreePort()),
    WEB_WORKERS: "1",
    AMANA_JOBS: "off",
  });
  try {
    const { baseUrl } = await readAnnouncement(amana, { isNew: false });
    const server = required(amana.pid, "pid of the server");
    const [list, ...others] = pagesOf(baseUrl, organisation);
    const { visible } = await measureWeight(list.target);
    const floor = await startFloor({ appUrl, authUrl, visible, workers: 1, organisation });
    try {
      const asked = [
        { name: "floor", server: floor.pid, target: floor.target, pages: FLOOR_PAGES, times: [] },
        ...[list, ...others.filter(({ name }) => name.includes(only))].map((page) => ({
          ...page,
          server,
          pages: PAGES,
          times: [],
        })),
      ];
      await measureInTurns(asked);
    } finally {
      floor.stop();
    }
  } finally {
    await stop(amana);
  }
}

async function measureInTurns(asked: readonly Asked[]): Promise<void> {
  for (const { target, pages } of asked) await askPages(target, Math.max(WARM_UP, pages));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { server, target, pages, times } of round % 2 ? asked : asked.toReversed())
      times.push(await measureProcessorTime(server, target, pages));
  printLine(`  processor time of a page, median of ${ROUNDS} rounds of ${PAGES}, with the floor's as 1:`);
  const totalOf = ({ web, database }: ProcessorTime) => web + database;
  const floor = medianOf(required(asked[0], "the floor").times, totalOf);
  for (const { name, times } of asked)
    printProcessorTime(name, {
      web: medianOf(times, ({ web }) => web),
      database: medianOf(times, ({ database }) => database),
      timesFloor: medianOf(times, totalOf) / floor,
    });
}

/** Pages of the navigation, the list first, and beside them what a noun has no line for. */
function pagesOf(baseUrl: string, { slug, token, recordId }: Measured) {
  const past = addMonthsToDay(new Date().toISOString().slice(0, 10), -3);
  const segments = NOUNS.flatMap((noun): readonly { segment: string }[] =>
    "navigation" in noun ? noun.navigation : [],
  ).map(({ segment }) => segment);
  const beside = [
    "",
    `/records/${recordId}`,
    "/records?state=active&country=MA&sort=gaps",
    `/records?on=${past}`,
  ];
  const paths = [...segments.filter((segment) => segment !== "/records"), ...beside];
  const pageAt = (path: string) => ({
    name: path.replace(recordId, "…") || "/",
    target: { url: `${baseUrl}/${slug}${path}`, cookie: `amana.session=${token}` },
  });
  return [pageAt("/records"), ...paths.map(pageAt)] as const;
}
