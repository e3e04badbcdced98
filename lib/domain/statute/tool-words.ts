import type { InstrumentId } from "./instruments";
import { foldedWords } from "@/lib/domain/text/vagueness";

/** Tools that stand, in the order in which one is taken where a text names several. */
const STATUS_WORDS: readonly (readonly [InstrumentId, RegExp])[] = [
  ["scc-2021-914", /2021\s?\/\s?914/],
  [
    "bcr",
    /\bbcr\b|regles? d.?entreprise contraignantes|binding corporate rules|قواعد (?:المقاولة|الشركة|الشركات) الملزمة/,
  ],
  ["adequacy", /\bdpf\b|data privacy framework|decision d.?adequation|adequacy decision|قرار (?:ال)?ملاءمة/],
  [
    "code-or-certification",
    /code de conduite approuve|approved code of conduct|certification approuvee|approved certification|46\s?\(?2\)?\s?\(?[ef]\)?/,
  ],
  [
    "derogation-49-1-2",
    /49\s?\(1\)\s?(?:al|second|deuxieme|2)|interets legitimes imperieux|compelling legitimate/,
  ],
  ["derogation-49-1", /\b(?:art(?:icle)?\.?\s?)49\b|المادة 49/],
];

/** Tools that opened something once, or never. */
const FALLEN: readonly (readonly [InstrumentId, RegExp])[] = [
  ["scc-2010-87", /2010\s?\/\s?87|2001\s?\/\s?497|2004\s?\/\s?915/],
  ["scc-2021-915", /2021\s?\/\s?915/],
  ["privacy-shield", /privacy[\s-]?shield|bouclier (?:de|des|vie|protection)|درع الخصوصية/],
  ["safe-harbor", /safe[\s-]?harbou?r|sphere de securite|الملاذ ال[آا]من/],
];

/** Tools of article 46 that have no entry of their own: 46(2)(a), 46(2)(d), and 46(3) as an authority authorised it. */
const OTHERS = [
  /46\s?\(?2\)?\s?\(?[ad]\b/,
  /instrument (?:juridiquement )?contraignant entre (?:autorites|organismes)|legally binding (?:and enforceable )?instrument between public/,
  /clauses? types? (?:de protection )?(?:adoptees?|approuvees?) par (?:la |l.?|une )?(?:cnil|autorite|apd|aepd|garante|bfdi)|clauses adopted by (?:a|the) supervisory authority/,
];
const AUTHORISED =
  /46\s?\(?3|clauses? (?:contractuelles? )?ad[\s-]hoc|ad[\s-]hoc clauses|arrangements? administratifs?|administrative arrangement/;
const BY_AUTHORITY = /autoris|authori[sz]|ترخيص|اذن|مرخص/;

/** The agreement and the addendum of the British Commissioner, UK GDPR 46. */
const BRITISH =
  /\bidta\b|international data transfer (?:agreement|addendum)|uk addendum|addendum (?:uk|britannique|du royaume.?uni|royaume.?uni)|b1\.0/;
/** The adaptations that the Swiss commissioner asks for. */
const SWISS =
  /pfpdt|fdpic|edob|\bfadp\b|\bnlpd\b|\blpd\b|swiss addendum|addendum suisse|adapt\p{L}* (?:a la suisse|suisse|for switzerland)|droit suisse|swiss law/u;

const UNSIGNED =
  / (?:(?:non|pas|jamais) (?:encore |ete |signes? |signees? )?(?:signe|conclu)|a (?:signer|conclure|faire signer)|en cours|en attente|en negociation|en preparation|projet|sera|seront|doit etre|doivent etre|bientot|prochainement|prevu|unsigned|not (?:yet )?(?:been )?(?:signed|concluded)|to be (?:signed|concluded)|will be (?:signed|concluded)|pending|awaiting|draft|under negotiation|غير موقع|لم (?:توقع|يوقع)|قيد|سيوقع|ستوقع|في انتظار|مسودة|مشروع)/;

/** The tool that words name, whatever it was entered as; null where they name none. What fell is history beside what stands. */
export function toolInWords(text: string): InstrumentId | null {
  const stated = plain(text);
  return find(STATUS_WORDS, stated) ?? (/rempla|replac/.test(stated) ? null : find(FALLEN, stated));
}

/** A void decision named beside nothing that stands: no finding of adequacy carries it. */
export function namesVoidDecision(text: string): "privacy-shield" | "safe-harbor" | null {
  const tool = toolInWords(text);
  return tool === "privacy-shield" || tool === "safe-harbor" ? tool : null;
}

/** True when words name a tool of article 46 that has no entry of its own. */
export function namesOtherTool(text: string): boolean {
  const stated = plain(text);
  if (OTHERS.some((pattern) => pattern.test(stated))) return true;
  return AUTHORISED.test(stated) && BY_AUTHORITY.test(stated);
}

/** True when words name the agreement or the addendum under British law. */
export function namesBritishTool(text: string): boolean {
  return BRITISH.test(plain(text));
}

/** True when words say that the clauses were adapted to Swiss law. */
export function namesSwissAdaptation(text: string): boolean {
  return SWISS.test(plain(text));
}

/** True when words say that nobody has signed yet: « à signer », "draft". */
export function isUnsignedText(text: string): boolean {
  return UNSIGNED.test(` ${foldedWords(text).join(" ")} `);
}

function find(tools: readonly (readonly [InstrumentId, RegExp])[], stated: string): InstrumentId | null {
  return tools.find(([, pattern]) => pattern.test(stated))?.[0] ?? null;
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
}
