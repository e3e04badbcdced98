/**
 * Writes the zone data from the IANA rules of the npm package tzdata, never from the runtime's: Node 20 and
 * most systems still believe that Casablanca is at +01:00 after 20 September 2026. Run it after tzdata was
 * raised: `node --import tsx scripts/zones.ts`.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { TzDatabase } from "timezonecomplete";
import tzdata from "tzdata";
import { itemAt } from "@/lib/domain/invariant/required";
import { ZONES } from "@/lib/domain/time/zones";

/** Line of IANA's zone table; a zone that is an alias contains the other's name. */
type ZoneLine = [standardMinutesWest: string, rule: string, format: string, untilWallMs: string | null];
type Transition = [atSeconds: number, offsetMinutes: number];

const FROM_YEAR = 2000;
const UNTIL_YEAR = 2100;
const FROM = Date.UTC(FROM_YEAR, 0);
const target = fileURLToPath(new URL("../lib/domain/time/zone-data.json", import.meta.url));

TzDatabase.init(tzdata);
const zones = sharing(ZONES.map((zone) => [zone, packed(transitionsOf(zone))]));
const data = { version: tzdata.version, zones };
writeFileSync(target, await format(JSON.stringify(data), { parser: "json", printWidth: 110 }));
const size = JSON.stringify(data).length;
console.log(`${target}: IANA ${tzdata.version}, ${ZONES.length} zones, ${size} bytes without white space`);

/** [minutes since the change before, offset]: each year's are like those of the years around it. */
function packed(transitions: readonly Transition[]): Transition[] {
  return transitions.map(([at, offset], place) => [
    (at - (place === 0 ? 0 : itemAt(transitions, place - 1)[0])) / 60,
    offset,
  ]);
}

/** Rules that a zone shares with an earlier one, to the last of them, are that one's name. */
function sharing(all: [zone: string, transitions: Transition[]][]): Record<string, Transition[] | string> {
  const firstWith = new Map<string, string>();
  return Object.fromEntries(
    all.map(([zone, transitions]) => {
      const rules = JSON.stringify(transitions);
      const first = firstWith.get(rules);
      if (first === undefined) firstWith.set(rules, zone);
      return [zone, first ?? transitions];
    }),
  );
}

/** [instant in seconds, offset in minutes], only where the offset changes. */
function transitionsOf(zone: string): Transition[] {
  const lineEnds = lineEndsOf(zone);
  const byRule = TzDatabase.instance()
    .getTransitionsTotalOffsets(zone, FROM_YEAR, UNTIL_YEAR)
    .map(({ at }) => Number(at))
    // Includes instants an hour too early, with an offset that never applied; and the ends of lines,
    // corrected below.
    .filter(
      (at) =>
        !lineEnds.some((end) => at === end.wall) && offsetBefore(zone, at + 1000) !== offsetBefore(zone, at),
    )
    .map((at): Transition => [at / 1000, offsetBefore(zone, at + 1000)]);
  const byLine = lineEnds.map(({ at, wall }): Transition => [at / 1000, offsetBefore(zone, wall + 1000)]);
  const first: Transition = [FROM / 1000, offsetBefore(zone, FROM + 1000)];
  const ofInstant = new Map([first, ...byRule, ...byLine]);
  const rows = [...ofInstant].sort(([a], [b]) => a - b);
  return rows.filter(([, offset], index) => index === 0 || offset !== itemAt(rows, index - 1)[1]);
}

/**
 * A line of IANA's zone table ends by the clock on the wall ("2026 Sep 20 2:00" at +01:00 is 01:00Z).
 * The package gives that reading as if it were UTC, and timezonecomplete so changes line an hour late.
 */
function lineEndsOf(zone: string): { wall: number; at: number }[] {
  // The package types its zones loosely: a name stands for another zone, a list for its own lines.
  const lines = (tzdata.zones as unknown as Record<string, ZoneLine[] | string>)[zone] ?? [];
  if (typeof lines === "string") return lineEndsOf(lines);
  return lines
    .map(([, , , wall]) => (wall === null ? Infinity : Number(wall)))
    .filter((wall) => wall > FROM && wall < Infinity)
    .map((wall) => ({ wall, at: wall - offsetBefore(zone, wall - 6 * 3_600_000) * 60_000 }));
}

function offsetBefore(zone: string, instantMs: number): number {
  return TzDatabase.instance()
    .totalOffset(zone, instantMs - 1)
    .minutes();
}
