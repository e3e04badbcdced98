import { hasTimes, type StatedTimes, WEEKDAYS } from "@/lib/domain/choice/stop-times";
import { namedDays, namedLastDay, namedSpans, foldTimes } from "./named-times";

/**
 * Times to which the words of an objection seem to limit it, in French, English and Arabic: "not before 6 pm", "pas le samedi",
 * "jusqu’en janvier", "sauf le samedi". Null where they name none, or times that the register of choices cannot hold: the objection then
 * stands at any time. A proposal for a person to confirm: it decides nothing. `today` is the day on which they were written, by which
 * a month without a year is read.
 */
export function timesInWords(words: string, today: string): StatedTimes | null {
  const folded = foldTimes(words);
  const parts = partsOf(folded).filter(({ text }) => !isTold(text));
  const [days, hours] = [refusedDays(parts), refusedHours(parts)];
  if (days === null || hours === null) return null;
  const times: StatedTimes = { ...days, ...hours, ...lastDayOf(folded, parts, today) };
  return hasTimes(times) ? times : null;
}

/** A part of what was written; the times of an open one are those at which the person may be contacted. */
type Part = { text: string; isOpen: boolean };

const SENTENCE_ENDS = /[.!?;\n]+/u;
const CLAUSES =
  /,(?! ?(?:et|ou|and|or)\b)|(?=\b(?:mais|but|et pas|et jamais|and not)\b)|(?=(?<!\p{L})(?:ولا|لكن))/u;
const EXCEPTIONS =
  /\b(?:sauf|excepte|a l exception d\w*|hormis|en dehors d\w*|a moins que ce (?:soit|ne soit)|except(?: for)?|unless(?: it is| it s)?|apart from|other than)\b|ما عدا|باستثناء/u;
const ONLY =
  /\b(?:seulement|uniquement|exclusivement|que (?:le|les|du|en|apres|avant|entre|a partir|l)|qu (?:apres|avant|entre|a partir|en|au)|only)\b|فقط|(?<!\p{L})الا (?:بعد|قبل|يوم|ايام|بين|في)/u;
const DENIED =
  /(?<!\p{L})(?:ne|n|pas|plus|jamais|aucun|aucune|sans|stop|arretez|arreter|cessez|laissez|not|never|no|dont|don t|cease|leave|[وف]?(?:لا|لن|بدون|توقفوا|اوقفوا))(?!\p{L})/u;
const PERMITTED =
  /(?<!\bvous )\b(?:r?appelez|contactez|ecrivez|telephonez)\b|\b(?:vous pouvez|pouvez|call me|ring me|you may|you can|oui|ok|okay|d accord|c est bon|possible|fine)\b|(?<!\p{L})(?:اتصلوا|يمكنكم)/u;
const TURNS = /^ ?(?:mais|but|لكن)/u;

/** Parts of a text: "only" opens what it names, and an exception is open where the rest is refused. */
function partsOf(folded: string): Part[] {
  return folded.split(SENTENCE_ENDS).flatMap((sentence) => {
    let isOpen = false;
    return sentence.split(CLAUSES).flatMap((clause) => {
      const [main = "", ...exceptions] = clause.split(EXCEPTIONS);
      // An exception in a clause of its own belongs to what stands before it: "Ne m’appelez plus, sauf le samedi".
      if (main.trim() !== "") isOpen = isOpenIn(main, isOpen);
      return [{ text: main, isOpen }, ...exceptions.map((text) => ({ text, isOpen: !isOpen }))];
    });
  });
}

/** A clause that says nothing of it goes on as the one before, and turns it after "mais". */
function isOpenIn(clause: string, before: boolean): boolean {
  if (ONLY.test(clause)) return true;
  if (DENIED.test(clause)) return false;
  if (PERMITTED.test(clause)) return true;
  return TURNS.test(clause) ? !before : before;
}

/** Tells of what happened, which limits nothing: "vous m’avez appelé samedi à 21 h", "depuis samedi vous appelez". */
function isTold(text: string): boolean {
  return (
    /\b(?:m avez|m a|m ont|nous avez|ai|avons) (?:\p{L}{1,9} ){0,2}(?:appele|rappele|contacte|telephone|recu|ecrit|eu|envoye|derange)|\b(?:called|rang|phoned|contacted|texted|received|wrote|disturbed)\b|(?:اتصلتم|اتصلت|اتصل بي|كلمتموني|توصلت)|\b(?:vous (?:r?appelez|ecrivez)|you (?:keep )?call(?:ing)?)\b/u.test(
      text,
    ) && !/\bne vous\b/u.test(text)
  );
}

/** A day until which contact is allowed ends no refusal: "vous pouvez m’appeler jusqu’en janvier". */
function lastDayOf(folded: string, parts: readonly Part[], today: string): Pick<StatedTimes, "lastDay"> {
  const isAllowed = parts.some(
    ({ text, isOpen }) => isOpen && namedLastDay(text, today).lastDay !== undefined,
  );
  return isAllowed ? {} : namedLastDay(folded, today);
}

function refusedDays(parts: readonly Part[]): Pick<StatedTimes, "days"> | null {
  const refused = new Set<number>();
  const open = new Set<number>();
  for (const { text, isOpen } of parts) for (const day of namedDays(text)) (isOpen ? open : refused).add(day);
  if (open.size > 0) for (const day of WEEKDAYS) if (!open.has(day)) refused.add(day);
  if (refused.size === 7) return null;
  return refused.size > 0 ? { days: [...refused].toSorted((a, b) => a - b) } : {};
}

const DAY_MINUTES = 24 * 60;

/**
 * Gives the part of each day that is refused, as the shortest that holds all that is: "avant 10 h ni après 18 h" goes over midnight.
 * Null where nothing of the day is left.
 */
function refusedHours(parts: readonly Part[]): Pick<StatedTimes, "from" | "until"> | null {
  const spans = parts.flatMap(({ text, isOpen }) => namedSpans(text).map((span) => ({ ...span, isOpen })));
  if (spans.length === 0) return {};
  const open = spans.filter(({ isOpen }) => isOpen);
  const isRefused = Array.from({ length: DAY_MINUTES }, (_, minute) => {
    const within = ({ from, until }: { from: number; until: number }) =>
      from < until ? from <= minute && minute < until : minute >= from || minute < until;
    return (open.length > 0 && !open.some(within)) || spans.some((span) => !span.isOpen && within(span));
  });
  return shortestCover(isRefused);
}

function shortestCover(isRefused: readonly boolean[]): Pick<StatedTimes, "from" | "until"> | null {
  const at = (minute: number) => isRefused[minute % DAY_MINUTES] === true;
  let longest = { from: 0, length: 0 };
  for (let from = 0; from < DAY_MINUTES; from += 1) {
    if (at(from) || !at(from + DAY_MINUTES - 1)) continue;
    let length = 0;
    while (length < DAY_MINUTES && !at(from + length)) length += 1;
    if (length > longest.length) longest = { from, length };
  }
  if (longest.length === 0) return isRefused.includes(true) ? null : {};
  return { from: clockOf(longest.from + longest.length), until: clockOf(longest.from) };
}

function clockOf(minutes: number): string {
  const within = minutes % DAY_MINUTES;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}
