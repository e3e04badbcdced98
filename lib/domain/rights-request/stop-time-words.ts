import { hasTimes, type StatedTimes, WEEKDAYS } from "@/lib/domain/choice/stop-times";
import { isInSpan, shortestCover, takeDayParts, windowsOf } from "./day-windows";
import {
  type DaySpan,
  foldTimes,
  namedDays,
  namedLastDay,
  namedPartsOfDays,
  namedSpans,
  withoutEnds,
} from "./named-times";

/**
 * Times to which the words of an objection seem to limit it, in French, English and Arabic: "not before 6 pm", "pas le samedi",
 * "jusqu’en janvier", "sauf le samedi". Null where they name none, or times that the register of choices cannot hold: the objection then
 * stands at any time. A proposal for a person to confirm: it decides nothing. `today` is the day on which they were written, by which
 * a month without a year is read.
 */
export function timesInWords(words: string, today: string): StatedTimes | null {
  const folded = foldTimes(words);
  const parts = partsOf(folded).filter(({ text }) => !isTold(text));
  if (parts.some((part) => isWhole(part, today))) return null;
  const { limits, windows, whole } = withoutWindows(parts);
  const [days, hours] = [refusedDays(limits, whole), refusedHours(limits)];
  if (days === null || hours === null) return null;
  const ofDays = windows.filter(({ day }) => !days.days?.includes(day));
  const times: StatedTimes = {
    ...days,
    ...hours,
    ...(ofDays.length > 0 && { windows: ofDays }),
    ...lastDayOf(folded, parts, today),
  };
  return hasTimes(times) ? times : null;
}

/**
 * True where the times that words seem to name may take more than was said: "le matin sauf le samedi" also takes the other days whole,
 * and of "le lundi et le mardi matin" all of Monday is taken.
 */
export function mayTakeMore(words: string, today: string): boolean {
  const times = timesInWords(words, today);
  if (!times?.days?.length && !times?.windows) return false;
  const parts = partsOf(foldTimes(words));
  const [open, ...others] = parts.filter(
    ({ text }) => namedDays(text).length > 0 || namedSpans(text).length > 0,
  );
  // Days and hours of one exception are held as said: "sauf le mercredi après 18 h", "que le samedi matin".
  if (open?.isOpen && others.length === 0) return EITHER.test(open.text);
  const { windows, takesMore } = withoutWindows(parts.filter(({ text }) => !isTold(text)));
  const [hasDays, hasHours] = [Boolean(times.days?.length), times.from !== undefined];
  if (windows.length > 0 && (takesMore || hasDays || hasHours)) return true;
  return hasDays && (hasHours || PART_OF_DAY.test(foldTimes(words)));
}

/** Takes the parts of named days out of what is refused: what is left are whole days, and hours of every day. */
function withoutWindows(parts: readonly Part[]) {
  const read = parts.map((part) => {
    const text = withoutEnds(part.text);
    const { rest, named } = part.isOpen ? { rest: text, named: [] } : takeDayParts(text);
    return { limit: { ...part, text: rest }, named };
  });
  return { limits: read.map(({ limit }) => limit), ...windowsOf(read.flatMap(({ named }) => named)) };
}

/** Opens a part of every day and, besides, whole days: "le matin et le samedi", "Saturdays or after 6 pm". */
const EITHER =
  /(?:matin|soir|midi|morning|evening|afternoon|noon|\d|h|am|pm)s? (?:et|ou|and|or) (?:le |les |on )?(?:\p{L}{2,6}di|dimanche|week|\p{L}{3,6}day)|(?:di|dimanche|day|end)s? (?:et|ou|and|or) (?:(?:le|les|the|in the) )?(?:matin|soir|morning|evening|afternoon|avant|apres|before|after)/u;

/** A part of a day, or an hour, that was not understood as the part of the day beside it. */
const PART_OF_DAY =
  /\b\d{1,2} ?(?:h|heures?|am|pm)\b|\b(?:avant|apres|before|after)\b|\b(?:matin(?:s|ees?)?|soir(?:s|ees?)?|apres midi|midi|mornings?|evenings?|afternoons?|noon)\b|صباح|مساء|بعد الظهر/u;

/** A part of what was written; the times of an open one are those at which the person may be contacted. */
type Part = { text: string; isOpen: boolean };

const SENTENCE_ENDS = /[.!?;\n]+/u;
const CLAUSES =
  /,(?! ?(?:et|ou|and|or)\b)|(?=\b(?:mais|but|et pas|et jamais|and not|ni (?:aucun|les) autres?|nor any)\b)|(?=(?<!\p{L})(?:ولا|لكن))/u;
const EXCEPTIONS =
  /\b(?:sauf|excepte|a l exception d\w*|exception faite d\w*|hormis|hors(?! de question)|a part|mis a part|si ce n est|en dehors d\w*|a moins que ce (?:soit|ne soit)|except(?:ing)?(?: for)?|excluding|save (?:for|on)|unless(?: it is| it s)?|apart from|other than)\b|ما عدا|باستثناء/u;
/** Words after which times are examples of what is refused and limit nothing: "plus jamais, même le samedi". */
const EXAMPLES =
  /\b(?:meme|surtout|notamment|y compris|en particulier|particulierement|que ce soit|a plus forte raison|even|especially|including|in particular|particularly|whether)\b|(?<!\p{L})(?:و?خصوصا|و?خاصة|لا سيما|بما في ذلك|سواء)(?!\p{L})/u;
/** Words that refuse contact at any time, whatever the rest names. */
const AT_ANY_TIME =
  /\b(?:du tout|a aucun moment|quel que soit le|n importe quand|tous les jours|(?:les|aucun) autres?|a quelque (?:heure|moment)|at all|at any time|whatever the|any other|ever again)\b|(?<!\p{L})(?:نهائيا|مطلقا|في اي وقت|على الاطلاق)/u;
const ONLY =
  /\b(?:seulement|uniquement|exclusivement|que (?:le|les|du|en|apres|avant|entre|a partir|l)|qu (?:apres|avant|entre|a partir|en|au)|only)\b|فقط|(?<!\p{L})الا (?:بعد|قبل|يوم|ايام|بين|في)/u;
const DENIED =
  /(?<!\p{L})(?:ne|n|ni|nor|pas|plus|jamais|aucun|aucune|sans|stop|arretez|arreter|cessez|laissez|not|never|no|dont|don t|cease|leave|[وف]?(?:لا|لن|بدون|توقفوا|اوقفوا))(?!\p{L})/u;
const PERMITTED =
  /(?<!\bvous )\b(?:r?appelez|contactez|ecrivez|telephonez)\b|\b(?:vous pouvez|pouvez|call me|ring me|you may|you can|oui|ok|okay|d accord|c est bon|possible|fine|joignables?|disponibles?|available|reachable)\b|(?<!\p{L})(?:اتصلوا|يمكنكم|متاحه?)/u;
const TURNS = /^ ?(?:mais|but|لكن)/u;

/** Parts of a text: "only" opens what it names, and an exception is open where the rest is refused. */
function partsOf(folded: string): Part[] {
  return folded.split(SENTENCE_ENDS).flatMap((sentence) => {
    let isOpen = false;
    const clauses = sentence.split(CLAUSES);
    return clauses.flatMap((clause, at) => {
      const [main = "", ...exceptions] = clause.split(EXCEPTIONS);
      // An exception in a clause of its own belongs to what stands before it: "Ne m’appelez plus, sauf le samedi"; and one that begins
      // the sentence to what follows: "Hors week-end, vous pouvez appeler".
      if (main.trim() !== "") isOpen = isOpenIn(main, isOpen);
      else if (at === 0) isOpen = isOpenIn([...exceptions, ...clauses.slice(1)].join(" "), isOpen);
      return [{ text: main, isOpen }, ...exceptions.map((text) => ({ text, isOpen: !isOpen }))].map(
        (part) => ({ ...part, text: part.text.split(EXAMPLES)[0] ?? "" }),
      );
    });
  });
}

/** Refuses contact at any time, and names none itself: "Pas le samedi. D’ailleurs ne m’appelez plus du tout". */
function isWhole({ text, isOpen }: Part, today: string): boolean {
  if (isOpen || !AT_ANY_TIME.test(text)) return false;
  return (
    namedDays(text).length === 0 &&
    namedSpans(text).length === 0 &&
    namedLastDay(text, today).lastDay === undefined
  );
}

/** A clause that says nothing of it goes on as the one before, and turns it after "mais". */
function isOpenIn(clause: string, before: boolean): boolean {
  if (ONLY.test(clause)) return true;
  if (DENIED.test(clause)) return false;
  if (PERMITTED.test(clause)) return true;
  return TURNS.test(clause) ? !before : before;
}

/** Says what a person does at a time, as a reason: "je travaille le lundi matin, ne m’appelez plus". */
const REASON =
  /\b(?:je (?:travaille|dors|bosse)|je suis (?:au (?:travail|bureau|lit)|en (?:cours|reunion|conge)|de (?:nuit|garde))|i (?:work|sleep)|i (?:m|am) (?:at work|asleep|busy|working|sleeping))\b|(?<!\p{L})(?:اعمل|اشتغل|انام|اكون في العمل)(?!\p{L})/u;

/** Tells of what happened, which limits nothing: "vous m’avez appelé samedi à 21 h", "depuis samedi vous appelez". */
function isTold(text: string): boolean {
  if (REASON.test(text) && !DENIED.test(text)) return true;
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

function refusedDays(parts: readonly Part[], whole: readonly number[]): Pick<StatedTimes, "days"> | null {
  const refused = new Set(whole);
  const open = new Set<number>();
  for (const { text, isOpen } of parts) for (const day of namedDays(text)) (isOpen ? open : refused).add(day);
  if (open.size > 0) for (const day of WEEKDAYS) if (!open.has(day)) refused.add(day);
  if (refused.size === 7) return null;
  return refused.size > 0 ? { days: [...refused].toSorted((a, b) => a - b) } : {};
}

/** The part of a named day is held where contact is open at it alone: "que le samedi matin"; refused, it is the whole day. */
function spansOf({ text, isOpen }: Part): DaySpan[] {
  const named = namedSpans(text);
  return named.length > 0 || !isOpen ? named : namedPartsOfDays(text);
}

/**
 * Gives the part of each day that is refused, as the shortest that holds all that is: "avant 10 h ni après 18 h" goes over midnight.
 * Null where nothing of the day is left.
 */
function refusedHours(parts: readonly Part[]): Pick<StatedTimes, "from" | "until"> | null {
  const spans = parts.flatMap(({ text, isOpen }) =>
    spansOf({ text, isOpen }).map((span) => ({ ...span, isOpen })),
  );
  if (spans.length === 0) return {};
  const open = spans.filter(({ isOpen }) => isOpen);
  return shortestCover((minute) => {
    const within = (span: DaySpan) => isInSpan(span, minute);
    return (open.length > 0 && !open.some(within)) || spans.some((span) => !span.isOpen && within(span));
  });
}
