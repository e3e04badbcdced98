import type { OrgScope } from "@/lib/domain/access/scope";
import { countPressing } from "@/lib/domain/obligation/list";
import type { ObligationNoun } from "@/lib/domain/obligation/rules";
import { reviewWindowsAt } from "@/lib/domain/obligation/review-windows";
import type { Duty } from "@/lib/domain/obligation/types";
import { readRecordCells } from "@/lib/features/compliance/read/current";
import { readRecordFigures, statusOf } from "@/lib/features/compliance/read/record-figures";
import type { Locale } from "@/lib/i18n/locale";
import { HeadCache } from "@/lib/platform/read/head-cache";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readerFor } from "@/lib/platform/read/reader";
import { readClosedRecords } from "./current-closed";
import { linesOfUses } from "./lacks/agreements";
import { linesOfClosed } from "./lacks/closed-records";
import { linesOfRecords } from "./lacks/records";
import { findPart, lacksAskedAt, REVIEWED, reviewBoundsAt } from "./queries";
import { findReviewedControllers } from "./reviews";
import { SOURCES } from "./sources";
import { SOURCE_PARTS, type SourcePart } from "./sources/asked";

export type DutiesAsked = { nouns: readonly ObligationNoun[]; now: Date; locale: Locale };

type PartOfNoun = readonly [ObligationNoun, SourcePart];
/** Duties that each part of each noun has found. */
type ByPart = ReadonlyMap<string, readonly Duty[]>;

/** `served` names the controllers that had an open entry before the parts were read: a part is never older than it. */
type Current = { byPart: ByPart; all: readonly Duty[]; served: string };

const cache = new HeadCache<Current>();

/**
 * Reads everything owed but reviews of entries, whose pages are read along their index: one list for the morning's page,
 * the list of dates, the calendar and the number of every page, so that they cannot differ. After a change of entries
 * alone, only what entries decide is found again.
 */
export async function readCurrentDuties(scope: OrgScope, asked: DutiesAsked): Promise<readonly Duty[]> {
  const { locale, nouns, now } = asked;
  const parts = nouns.flatMap((noun) => SOURCE_PARTS.map((part): PartOfNoun => [noun, part]));
  const { all } = await cache.read(scope, [locale, ...nouns].join(" "), now, {
    compute: () => findParts(scope, parts, asked),
    follow: async (known, changes, isLater) => {
      if (isLater || [...changes.nouns].some((noun) => noun !== REVIEWED)) return null;
      const touched = parts.filter(([noun, part]) => !SOURCES[noun].besideRecords?.includes(part));
      return findParts(scope, touched, asked, known);
    },
  });
  return all;
}

/** Finds some parts, beside those that are known already. */
async function findParts(
  scope: OrgScope,
  parts: readonly PartOfNoun[],
  asked: DutiesAsked,
  known?: Current,
): Promise<Current> {
  const served = readServed(scope, asked.now);
  // Heard below; another part may fail first.
  served.catch(() => {});
  const find = async (part: PartOfNoun): Promise<readonly Duty[]> => {
    const [noun, name] = part;
    const kept = known?.byPart.get(part.join(" "));
    const isOfServed = SOURCES[noun].ofServed?.includes(name) ?? false;
    if (isOfServed && (await served) === known?.served && kept) return kept;
    return findPartOf(scope, part, asked);
  };
  const found = await Promise.all(parts.map(find));
  const byPart = new Map([
    ...(known?.byPart ?? []),
    ...parts.map((part, index) => [part.join(" "), found[index] ?? []] as const),
  ]);
  return { byPart, all: [...byPart.values()].flat(), served: await served };
}

/** Names the controllers that have an open entry in the register of article 30(2). */
async function readServed(scope: OrgScope, now: Date): Promise<string> {
  const { parties } = await readRecordFigures(scope, now);
  const isServed = ({ isOwn, open }: { isOwn: boolean; open: number }) => !isOwn && open > 0;
  return [...parties]
    .flatMap(([party, { status }]) => (status.some(isServed) ? [party] : []))
    .toSorted()
    .join(" ");
}

/** Reads lines that entries decide from figures which follow the entries that change. */
async function findPartOf(scope: OrgScope, part: PartOfNoun, asked: DutiesAsked): Promise<readonly Duty[]> {
  switch (part.join(" ")) {
    case `${REVIEWED} dates`:
      return [];
    case `${REVIEWED} lacks`:
      return readRecordLacks(scope, asked);
    case `${REVIEWED} closed`: {
      const words = await lacksAskedAt(asked);
      return linesOfClosed(await readClosedRecords(scope, words), words);
    }
    case "sub-processor lacks": {
      const cells = await readRecordCells(scope, asked.now);
      const uses = cells.filter(({ duty }) => duty === "sub-processors");
      return linesOfUses(uses, await lacksAskedAt(asked));
    }
    default:
      return readInScope(scope, (tx) => findPart(tx, part, asked));
  }
}

async function readRecordLacks(scope: OrgScope, asked: DutiesAsked): Promise<Duty[]> {
  const [cells, { parties }] = await Promise.all([
    readRecordCells(scope, asked.now),
    readRecordFigures(scope, asked.now),
  ]);
  const register = cells.filter(({ duty }) => duty === "register");
  const { drafts } = statusOf(parties, false);
  return linesOfRecords({ cells: register, drafts }, await lacksAskedAt(asked));
}

/** Counts what presses: the one number of the sidebar, which stops above a thousand. A review on a day of one's choice never does. */
export async function countPressingOf(scope: OrgScope, asked: DutiesAsked): Promise<number> {
  return countPressing(await readCurrentDuties(scope, asked), asked.now.getTime());
}

const french = new Intl.Collator("fr");

type DutyController = { id: string; name: string };

const controllers = new HeadCache<readonly DutyController[]>();

/** Controllers that some obligation concerns, by name. */
export function readDutyControllers(scope: OrgScope, asked: DutiesAsked): Promise<readonly DutyController[]> {
  const { locale, nouns, now } = asked;
  return controllers.read(scope, [locale, ...nouns].join(" "), now, async () => {
    const { later, done } = reviewWindowsAt(now.getTime(), reviewBoundsAt(now));
    const windows = { due: { ...later, from: null }, reviewed: done };
    const [duties, reviewed] = await Promise.all([
      readCurrentDuties(scope, asked),
      nouns.includes(REVIEWED) ? findReviewedControllers(readerFor(scope), windows) : [],
    ]);
    const byId = new Map(reviewed.map((controller) => [controller.id, controller]));
    for (const { controller } of duties) if (controller) byId.set(controller.id, controller);
    return [...byId.values()].toSorted((one, other) => french.compare(one.name, other.name));
  });
}
