import { hasTimes, type StatedTimes } from "@/lib/domain/choice/stop-times";
import { isUnsettled, type NamedPart, namedParts, weekOfParts, withSharedDays } from "./named-parts";
import { namedSpans } from "./named-spans";
import { foldTimes, namedDays, namedLastDay } from "./named-times";
import { AT_ANY_TIME, type Clause, clausesOf, isTold } from "./stop-clauses";
import { joinWeeks, restOfWeek, timesOfWeek, type Week, weekOf, withoutWeek } from "./week-times";

/**
 * Times to which words of an objection seem to limit it, in French, English and Arabic: "not before 6 pm", "pas le samedi",
 * "jusqu’en janvier", "sauf le samedi". Null where they name none, or nothing is left of the week: the objection then stands at any time.
 * A proposal for a person to confirm: it decides nothing. `today` is the day on which they were written, by which a month without a
 * year is read.
 */
export function timesInWords(words: string, today: string): StatedTimes | null {
  return readTimes(words, today)?.times ?? null;
}

/**
 * True where the times that words seem to name may take more than was said: of "le lundi et le mardi matin" all of Monday is taken, and
 * of four parts of a day what lies between two of them.
 */
export function mayTakeMore(words: string, today: string): boolean {
  return readTimes(words, today)?.mayTakeMore ?? false;
}

type ReadTimes = { times: StatedTimes; mayTakeMore: boolean };

function readTimes(words: string, today: string): ReadTimes | null {
  const folded = foldTimes(words);
  const clauses = clausesOf(folded).filter(({ text }) => !isTold(text));
  if (clauses.some((clause) => isWhole(clause, today))) return null;
  const read = shareDays(clauses.map((clause) => ({ ...clause, parts: namedParts(clause.text) })));
  const refused = read.filter(({ isOpen }) => !isOpen);
  const open = read.filter((clause) => clause.isOpen && exceptedFrom(clause, refused).length === 0);
  const week = joinWeeks([
    ...refused.map((clause) => refusedIn(clause, read)),
    ...(open.some(({ parts }) => parts.length > 0) ? [restOfWeek(openIn(open))] : []),
  ]);
  const held = timesOfWeek(week);
  if (held === null) return null;
  const times: StatedTimes = { ...held.times, ...lastDayOf(folded, clauses, today) };
  if (!hasTimes(times)) return null;
  return { times, mayTakeMore: held.takesMore || isDoubted(refused) || isOpenDoubted(open) };
}

/** A clause with the times that it names. */
type ReadClause = Clause & { parts: readonly NamedPart[] };

/** Goes on with what the clause before it refuses: "ولا بين 18 و20 يوم الاثنين". */
const GOES_ON = /^ ?(?:et|ou|ni|and|or|nor|entre|between|ولا|و|بين)(?!\p{L})/u;

/** Gives days to the parts that were said of them, within each clause and from one to the clause that goes on with it. */
function shareDays(read: readonly ReadClause[]): ReadClause[] {
  const rows: ReadClause[][] = [];
  for (const clause of read) {
    const last = rows.at(-1)?.at(-1);
    const isNext = last?.sentence === clause.sentence && last.isOpen === clause.isOpen;
    if (isNext && clause.excepts === null && GOES_ON.test(clause.text)) rows.at(-1)?.push(clause);
    else rows.push([clause]);
  }
  return rows.flatMap((row) => {
    const shared = withSharedDays(row.flatMap(({ parts }) => parts));
    let next = 0;
    return row.map((clause) => {
      const from = next;
      next += clause.parts.length;
      return { ...clause, parts: shared.slice(from, next) };
    });
  });
}

/** Gives the clauses that an exception is one to: "pas le matin, sauf le samedi"; none where they refuse at any time. */
function exceptedFrom({ excepts, sentence, at }: Clause, refused: readonly ReadClause[]): ReadClause[] {
  if (excepts === null) return [];
  return refused.filter(
    (clause) =>
      clause.sentence === sentence &&
      clause.excepts === null &&
      clause.parts.length > 0 &&
      (excepts === "own" ? clause.at === at : clause.at < at),
  );
}

/** Times that a clause refuses, without its exceptions: "le matin sauf le samedi". */
function refusedIn(clause: ReadClause, read: readonly ReadClause[]): Week {
  const exceptions = read.filter((one) => one.isOpen && exceptedFrom(one, [clause]).length > 0);
  return withoutWeek(weekOfParts(clause.parts), weekOfParts(exceptions.flatMap(({ parts }) => parts)));
}

/** Times at which contact is open: days and parts that are named apart hold together, "que le mardi et le jeudi après 18 h". */
function openIn(open: readonly ReadClause[]): Week {
  const parts = open.flatMap((clause) => clause.parts);
  const isEach = parts.every(({ days, spans }) => days.length > 0 && spans.length > 0);
  if (isEach) return weekOfParts(parts);
  return weekOf(
    parts.flatMap(({ days }) => days),
    parts.flatMap(({ spans }) => spans),
  );
}

/** A part of a day, or an hour, that was not understood as the part of the day beside it. */
const PART_OF_DAY =
  /\b\d{1,2} ?(?:h|heures?|am|pm)\b|\b(?:avant|apres|before|after)\b|\b(?:matin(?:s|ees?)?|soir(?:s|ees?)?|apres midi|midi|mornings?|evenings?|afternoons?|noon)\b|صباح|مساء|بعد الظهر/u;

function isDoubted(refused: readonly ReadClause[]): boolean {
  const parts = refused.flatMap((clause) => clause.parts);
  return (
    isUnsettled(parts) ||
    refused.some(
      ({ text, parts: own }) =>
        own.length > 0 && own.every(({ spans }) => spans.length === 0) && PART_OF_DAY.test(text),
    )
  );
}

/** True where what is open names parts of no day beside days: "que le matin et le samedi" is held as Saturday morning. */
function isOpenDoubted(open: readonly ReadClause[]): boolean {
  const parts = open.flatMap((clause) => clause.parts);
  return isUnsettled(parts) && parts.some(({ days }) => days.length === 0);
}

/** Refuses contact at any time, and names none itself: "Pas le samedi. D’ailleurs ne m’appelez plus du tout". */
function isWhole({ text, isOpen }: Clause, today: string): boolean {
  if (isOpen || !AT_ANY_TIME.test(text)) return false;
  return (
    namedDays(text).length === 0 &&
    namedSpans(text).length === 0 &&
    namedLastDay(text, today).lastDay === undefined
  );
}

/** A day until which contact is allowed ends no refusal: "vous pouvez m’appeler jusqu’en janvier". */
function lastDayOf(folded: string, clauses: readonly Clause[], today: string): Pick<StatedTimes, "lastDay"> {
  const isAllowed = clauses.some(
    ({ text, isOpen }) => isOpen && namedLastDay(text, today).lastDay !== undefined,
  );
  return isAllowed ? {} : namedLastDay(folded, today);
}
