import { stopOf } from "./rights";

/** Particles and the article, which Arabic writes before a word without a space. */
const PREFIXES = "[وفبلك]{0,2}(?:ال)?";

/** Being called or written to, in French, English and Arabic: beginnings of words without accents. */
const CONTACT = startsWith(
  "r?appel contact telephon sollicit ecri[rstv] envoy envoi demarch prospect harcel joindre texto newsletter publicit relanc",
  "coups?$ sms$ e?mails?$ courriels?$ messages?$ pubs?$ reclames?$ offres?$",
  "call phon writ(?:e|ing) text(?:s|ing)?$ ring(?:s|ing)?$ reach(?:ing)?$ messaging mailing market advert spam offers?$",
  `${PREFIXES}(?:[اتين]?تصال|[اتين]تصل|[اتين]راسل|مراسل|مكالم|رسا[ئي]?ل|[اتين]?تواصل|[اتين]?هاتف|[اتين]كلم)`,
  `${PREFIXES}(?:اعلان|دعاي|اشهار)`,
);

/** Disturbing somebody, who asks for an end of it. */
const DISTURBING = startsWith(
  "derang importun harcel embet ennu[iy] bother disturb harass pester [اتين]زعج ازعاج مضايق [اتين]ضايق",
);

/** A list of numbers to call, from which a person wants to be taken. */
const LIST = startsWith("listes?$ listings?$ lists?$", `[وفبلكم]{0,2}(?:ال)?(?:لايح|لواي|قايم|قواي)`);

/** Tells of what was not done: "vous ne m’avez pas envoyé le message". */
const PAST =
  /\b(?:ai|as|a|avons|avez|ont|avais|avait|aviez|est|suis|sais) (?:\p{L}{1,9} )?(?:pas|jamais|rien)\b/u;

const ONLY = /^(?:seulement|uniquement|exclusivement|only|فقط)$/u;

/** Tells of calls that were: "vous m’avez appelé une seule fois", "I was called only once". */
const TOLD = /\b(?:ai|as|a|avons|avez|ont|was|were|did|have|has|had|called|once|fois)\b/u;

type Window = { cue: RegExp; within: number; then: RegExp; not?: RegExp };

/** A cue, and what stands within so many words after it. What they find wrongly is asked, and what they miss is not. */
const WINDOWS: readonly Window[] = [
  // "Je ne souhaite plus recevoir vos appels", but not "vous ne m’avez pas envoyé le message".
  {
    cue: /^(?:ne|n)$/u,
    within: 9,
    then: CONTACT,
    not: PAST,
  },
  { cue: /^(?:ne|n)$/u, within: 6, then: DISTURBING },
  { cue: /^(?:plus|pas|aucun|aucune|aucuns|jamais|sans|zero)$/u, within: 3, then: CONTACT, not: PAST },
  { cue: /^(?:arret|cess|stop$|halte|fini|assez|marre|ras$)/u, within: 5, then: CONTACT },
  { cue: /^(?:arret|cess|stop$)/u, within: 4, then: DISTURBING },
  {
    cue: /^(?:retir|enlev|supprim|ot(?:ez|er|e)$|effac|ray(?:ez|er|e)|sort(?:ez|ir)|radi)/u,
    within: 8,
    then: LIST,
  },
  { cue: /^(?:laiss|fich|fout|lach|foutez)/u, within: 3, then: /^(?:tranquilles?|paix)$/u },
  {
    cue: /^(?:not|never|dont|don|longer|cease|quit|stop|without|no)$/u,
    within: 7,
    then: CONTACT,
    not: /\b(?:did|have|has|had|was|were|received)\b/u,
  },
  { cue: /^(?:not|never|dont|don|cease|quit|stop)$/u, within: 4, then: DISTURBING },
  { cue: /^(?:take|remove|delete|strike|get|drop|off)$/u, within: 7, then: LIST },
  { cue: /^leave$/u, within: 2, then: /^alone$/u },
  // "Appelez-moi uniquement le matin" ends contact at every other time.
  { cue: ONLY, within: 5, then: CONTACT, not: TOLD },
  { cue: CONTACT, within: 4, then: ONLY, not: TOLD },
  {
    cue: /^[وف]?(?:لا|لن|بدون|دون|كفي|كفا|يكفي)$/u,
    within: 5,
    then: CONTACT,
  },
  { cue: /^[وف]?(?:لا|لن)$/u, within: 3, then: DISTURBING },
  { cue: /^[وف]?(?:ا?وقف|اوقف|توقف|ايقاف|وقف|كفوا|كف$|عدم|انه)/u, within: 4, then: CONTACT },
  { cue: /^[وف]?(?:احذف|حذف|ازيل|ازال|امسح|مسح|اشطب|شطب|اسحب|سحب)/u, within: 6, then: LIST },
  { cue: /^[وف]?(?:دعوني|اتركوني|دعني|اتركني)$/u, within: 3, then: /^[وب]?(?:شاني|سلام|حالي)/u },
];

/** Words and pairs that ask by themselves. */
const BY_THEMSELVES: readonly RegExp[] = [
  /\b(?:stop|bloctel|opt out|unsubscribe|desabonn\p{L}{0,6}|desinscri\p{L}{0,8}|prospection|m oppose|nous opposons)\b/u,
  /(?<!\b(?:mes|vos|ma|une|les|la|cette|des|ces|nos|votre|leurs|ses|toute|toutes|quelles|quelle|d|de|en) )\bdemarch/u,
  // "Vous appelez tous les jours, arrêtez."
  /\b(?:r?appel|sollicit|telephon|call)\p{L}{0,8} .{0,60}\b(?:arretez|cessez|ca suffit|enough)\b/u,
  /الغاء الاشتراك/u,
];

/** True of words that seem to ask for an end of calls or messages, 21(2), whatever right they are ticked under. */
export function asksToStop(words: string): boolean {
  const folded = words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ـ", "")
    .replace(/[^\p{L}\p{N}.!?؟\n]+/gu, " ");
  return folded.split(/[.!?؟\n]+/u).some(sentenceAsks);
}

function sentenceAsks(sentence: string): boolean {
  const words = sentence.split(" ").filter((word) => word !== "");
  return (
    BY_THEMSELVES.some((pattern) => pattern.test(words.join(" "))) ||
    words.some((word, at) => WINDOWS.some((one) => one.cue.test(word) && isFollowed(words, at, one)))
  );
}

/** True where the cue at a place is followed by what it asks an end of, and tells of nothing that was. */
function isFollowed(words: readonly string[], at: number, { within, then, not }: Window): boolean {
  const isThere = words.slice(at + 1, at + 1 + within).some((word) => then.test(word));
  return isThere && !not?.test(words.slice(Math.max(0, at - 2), at + 5).join(" "));
}

/** Makes an expression of beginnings of words, written with spaces between them. */
function startsWith(...beginnings: string[]): RegExp {
  return new RegExp(`^(?:${beginnings.join(" ").replaceAll(" ", "|")})`, "u");
}

/** True where words seem to ask for an end of contact that none of the rights says: somebody has to read them. */
export function asksStopBeside({ rights, words }: { rights: readonly string[]; words: string }): boolean {
  return stopOf(rights) === null && asksToStop(words);
}

/** `stopQuestion`: "open" until somebody has read the words, "meant" or "not-meant" from then on; null where nothing is asked. */
type Invoked = { rights: readonly string[]; stopQuestion: string | null };

/** Rights of a request, with the objection that its words were found to be, 21(2). */
export function rightsInvoked({ rights, stopQuestion }: Invoked): string[] {
  return stopQuestion === "meant" ? [...rights, "marketing-objection"] : [...rights];
}

/** Entry in the register of choices that a request comes to, also by its words; null while they are in question. */
export function stopOfRequest(of: Invoked): ReturnType<typeof stopOf> {
  return stopOf(rightsInvoked(of));
}
