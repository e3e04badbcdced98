/** Outcomes of a call. One that never left the dialler is no attempt; of an unknown one nothing is claimed. */
export const CALL_OUTCOMES = [
  "answered",
  "unanswered",
  "refused",
  "objected",
  "not-placed",
  "unknown",
] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Disposition codes of Asterisk and Vicidial. A person may decide otherwise of any of them. */
const KNOWN_CODES: Record<string, CallOutcome> = {
  ANSWERED: "answered",
  ANSWER: "answered",
  "NO ANSWER": "unanswered",
  NOANSWER: "unanswered",
  BUSY: "unanswered",
  CANCEL: "unanswered",
  FAILED: "unanswered",
  CONGESTION: "unanswered",
  CHANUNAVAIL: "not-placed",
  A: "unanswered",
  AA: "unanswered",
  AM: "unanswered",
  AL: "unanswered",
  AB: "unanswered",
  B: "unanswered",
  NA: "unanswered",
  N: "unanswered",
  ADC: "unanswered",
  DC: "unanswered",
  DROP: "answered",
  PDROP: "answered",
  XDROP: "answered",
  PU: "answered",
  SALE: "answered",
  XFER: "answered",
  CALLBK: "answered",
  CBHOLD: "answered",
  DEC: "answered",
  NI: "refused",
  NP: "answered",
  DNC: "objected",
  DNCL: "not-placed",
  DNCC: "not-placed",
};

/** Words that people give their codes, without accents, by what they say and nothing else. */
const WORDS: Record<string, CallOutcome> = {
  "NE PLUS APPELER": "objected",
  "NE PLUS RAPPELER": "objected",
  "NE PAS RAPPELER": "objected",
  "NE PLUS CONTACTER": "objected",
  OPPOSITION: "objected",
  STOP: "objected",
  "DO NOT CALL": "objected",
  "DO NOT CALL AGAIN": "objected",
  "عدم الاتصال": "objected",
  REFUS: "refused",
  REFUSE: "refused",
  REFUSED: "refused",
  "PAS INTERESSE": "refused",
  "NON INTERESSE": "refused",
  "NOT INTERESTED": "refused",
  رفض: "refused",
  "SANS REPONSE": "unanswered",
  "PAS DE REPONSE": "unanswered",
  "NON REPONSE": "unanswered",
  OCCUPE: "unanswered",
  REPONDEUR: "unanswered",
  MESSAGERIE: "unanswered",
  VOICEMAIL: "unanswered",
  "بدون جواب": "unanswered",
  مشغول: "unanswered",
};

/** Longest code that is stored; what is longer is a comment. */
export const CODE_LENGTH = 40;

export function codeOf(text: string): string {
  return text.trim().toUpperCase().slice(0, CODE_LENGTH);
}

/** Reads a code as a person decided, else as the dialler's maker does, else by its plain words, else as unknown. */
export function outcomeOf(code: string, decided: Readonly<Record<string, CallOutcome>>): CallOutcome {
  if (Object.hasOwn(decided, code)) return decided[code] ?? "unknown";
  if (Object.hasOwn(KNOWN_CODES, code)) return KNOWN_CODES[code] ?? "unknown";
  const words = foldWords(code);
  return Object.hasOwn(WORDS, words) ? (WORDS[words] ?? "unknown") : "unknown";
}

/** "Ne_plus_appeler" and "Refusé(e)" as they are listed. */
function foldWords(code: string): string {
  return code
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/\([^()]*\)/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** True of an outcome after which the person is not called again: T7, T13. */
export function isStop(outcome: CallOutcome): boolean {
  return outcome === "refused" || outcome === "objected";
}
