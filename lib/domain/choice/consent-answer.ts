import { fold } from "@/lib/domain/text/fold";

/** Columns of a file of consents that say whether each person agreed. */
export type AnswerColumns = {
  /** Columns whose cell must say yes: "Consentement (oui/non)". */
  answers: readonly number[];
  /** Columns whose no counts: "Source du consentement", where a text is no answer. */
  beside: readonly number[];
  /** Columns whose cell takes it back: "Date de retrait", "Opt-out". */
  denials: readonly number[];
};

const AGREEING =
  /(?:^| )(?:consent\p{L}*|accord|opt ?in|agree\p{L}*|agreement|autoris\p{L}*|authori[sz]\p{L}*|accept\p{L}*|einwilligung|zustimmung|consenso|toestemming|الموافقة|موافقة|موافق)(?= |$)/u;
const DENYING =
  /(?:^| )(?:refus\p{L}*|opposition|oppos\p{L}*|opt ?out|desinscri\p{L}*|unsubscri\p{L}*|retrait|retir\p{L}*|revo\p{L}*|withdraw\p{L}*|ne pas appeler|do not call|dnc|stop|widerruf|widerspruch|رفض|اعتراض|سحب)(?= |$)/u;
/** Words beside the one of agreement with which a head is still the question itself. */
const PLAIN = new Set(
  (
    "telephonique telephone appel appels commercial prospection oui non yes no o n y given donne recueilli statut status " +
    "phone call calls calling marketing client person personne au aux a le la les l d du de to the o n ja nein نعم لا اتصال هاتفي هاتف مكالمات تجارية"
  ).split(" "),
);

const NO = new Set(
  (
    "non|no|n|0|false|faux|ko|nok|refus|refuse|refusee|refused|denied|declined|retire|withdrawn|revoked|revoque|opt out|optout|" +
    "oppose|opposee|opposition|desinscrit|stop|not given|non donne|pas de consentement|pas d accord|nein|nee|لا|غير موافق|رفض|مرفوض"
  ).split("|"),
);
const YES = new Set(
  (
    "oui|yes|o|y|1|true|vrai|x|ok|accord|d accord|consenti|consentement|donne|accepte|accepted|agreed|granted|given|opt in|optin|" +
    "valide|ja|si|sim|نعم|موافق"
  ).split("|"),
);
const TICKED = /^[✓✔☑☒✅]$/u;
const UNTICKED = /^[☐✗✘❌-]$/u;
const SAYS_DAY = /\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/;

/** Finds them by their folded heads, but those that are read as something else. */
export function findAnswerColumns(heads: readonly string[], read: readonly number[]): AnswerColumns {
  const found = { answers: [] as number[], beside: [] as number[], denials: [] as number[] };
  for (const [at, head] of heads.entries()) {
    if (read.includes(at)) continue;
    if (DENYING.test(head)) found.denials.push(at);
    else if (AGREEING.test(head)) found[isQuestion(head) ? "answers" : "beside"].push(at);
  }
  return found;
}

function isQuestion(head: string): boolean {
  return head
    .replace(AGREEING, " ")
    .split(" ")
    .every((word) => word === "" || PLAIN.has(word));
}

/** Says why a line is no consent by its own words, 4(11) and 7(3); null where none denies it. */
export function denialIn(
  cells: readonly string[],
  { answers, beside, denials }: AnswerColumns,
): "denied" | "unanswered" | null {
  const answersOf = (columns: readonly number[]) => columns.map((at) => answerOf(cells[at] ?? ""));
  if (answersOf(denials).some((answer) => answer === "yes" || answer === "other")) return "denied";
  if (answersOf([...answers, ...beside]).includes("no")) return "denied";
  return answersOf(answers).every((answer) => answer === "yes") ? null : "unanswered";
}

function answerOf(cell: string): "yes" | "no" | "blank" | "other" {
  const written = cell.trim();
  if (written === "") return "blank";
  if (UNTICKED.test(written)) return "no";
  const words = fold(written);
  if (NO.has(words)) return "no";
  return TICKED.test(written) || YES.has(words) || SAYS_DAY.test(written) ? "yes" : "other";
}
