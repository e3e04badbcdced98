import { fieldOf, itemAt, onlyOf } from "@/lib/domain/invariant/required";
import type { Instrument } from "@/lib/domain/processing-record/content";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import { findQualifiers, pointsElsewhere, readDitto, type Qualifier } from "@/lib/domain/text/qualifiers";
import { fold } from "@/lib/domain/text/fold";
import { stateWords } from "@/lib/domain/text/state-words";
import { doubt, question, reading, type CellDoubt, type Reading } from "../doubts";
import { findDate } from "./date";
import { wordsBesideTools } from "./beside-tools";
import { readNoAnswer } from "./none";

export type InstrumentReading = {
  instrument: Instrument | null;
  sccModule: 1 | 2 | 3 | 4 | null;
  signedOn: PartialDate | null;
  /** The cell as it was written. */
  text: string;
};

// Order of preference when a cell names several.
const TOOLS: readonly (readonly [Instrument, RegExp])[] = [
  ["scc-2021-914", /2021\s*\/\s*914/],
  ["scc-2021-915", /2021\s*\/\s*915/],
  [
    "scc-unspecified",
    /\b(?:cct|scc|sccs|ccp)\b|clauses? (?:contractuelles?|types?|standard)|standard (?:contractual|data protection) clauses|clauses modeles|standard(?:vertrags|datenschutz)klauseln|(?:model|standaard)contract(?:bepalingen|clausules)|clausulas (?:contractuales|tipo)|clausole (?:contrattuali|tipo|standard)|(?:ال)?بنود (?:ال)?(?:تعاقدية|نموذجية)/,
  ],
  [
    "bcr",
    /\b(?:bcr|rec|bvr)\b|verbindliche interne|bindende bedrijfsvoorschriften|normas corporativas vinculantes|norme vincolanti d.impresa|regles d.entreprise contraignantes|binding corporate|(?:ال)?قواعد (?:ال)?(?:م[ؤو]سسية|شركات|مقاولات?) (?:ال)?ملزمة/,
  ],
  ["adequacy", /adequa|angemessenheits|adecuacion|adeguatezza|\bdpf\b|data privacy framework|ملاءمة/],
  ["code-or-certification", /code de conduite|code of conduct|certification/],
  [
    "derogation-49-1-2",
    /49\s*(?:\(1\)|\.1|,? ?§ ?1)?,? ?(?:\(2\)|al(?:inea|\.)? ?2|(?:deuxieme|second|2e|2nd) (?:alinea|sub)|second subpara)|interets legitimes imperieux|compelling legitimate/,
  ],
  [
    "derogation-49-1",
    /derogation|\bderoghe?a?\b|excepcion(?:es)? del|ausnahmen? (?:nach|gemass)|afwijking|ausdruckliche einwilligung|consentimiento explicito|consenso esplicito|uitdrukkelijke toestemming|\b(?:art(?:icle)?\.? ?)49\b|consentement explicite|explicit consent/,
  ],
  ["privacy-shield", /privacy shield|bouclier/],
];
const MODULE =
  /\bm(?:od|odules?|odul[eo]?)?\s{0,3}\.?\s{0,3}([1-4])(?!\d)|\bmodule (deux|trois|two|three)\b|وحدة\s*([1-4])/giu;
/** "CCT 2021" names the clauses of a decision by its year, and no day of signature. */
const DECISION_YEAR =
  /(?<=\b(?:cct|scc|sccs|ccp|clauses?|klauseln|cl[áa]usulas|types?|tipo|standards?)[ (]{1,2})v?20(?:01|04|10|21)(?![\d./-])/giu;
const WORDS: Record<string, 2 | 3> = { deux: 2, two: 2, trois: 3, three: 3 };

/** The tool of chapter V that a cell names: "CCT 2021/914 module 2 signées le 10/01/2026", "CCT", "Privacy Shield". */
export function readInstrument(cell: string): Reading<InstrumentReading> {
  const text = cell.trim();
  const read = { instrument: null, sccModule: null, signedOn: null, text };
  if (readDitto(text)) return reading(read, [doubt("refersElsewhere", text)]);
  const silence = readNoAnswer(text);
  if (silence?.kind === "none" && silence.rest === "") return reading({ ...read, instrument: "none" });
  if (text === "" || silence?.kind === "hollow" || silence?.kind === "not-applicable") return reading(read);
  const isNamed = findTools(plain(text)).length > 0;
  if (!isNamed && pointsElsewhere(text)) return reading(read, [doubt("refersElsewhere", text)]);
  const qualifiers = findQualifiers(text);
  const asked = questionOf(text, qualifiers, isNamed);
  if (qualifiers.length > 0 && qualifiers.every(({ kind }) => kind === "unknown"))
    return reading(read, asked);
  const tools = findTools(plain(withoutAbsent(text)));
  // A tool that is denied, over or still to be signed is none, art. 46: the words are kept beside it.
  if (tools.length === 0 && asked.length > 0)
    return reading(
      { ...read, instrument: "none" },
      asked.map((one) => ({ ...one, params: { ...one.params, result: "none" } })),
    );
  if (tools.length === 0)
    return reading({ ...read, instrument: "other" }, [doubt("instrumentUnknown", text)]);
  const found = readTool(read, tools);
  return { ...found, doubts: [...asked, ...found.doubts] };
}

/** Clauses of the decisions of 2001, 2004 and 2010 protect nothing since 27 December 2022, art. 4 of Decision 2021/914. */
const REPEALED =
  /(?<=(?:cct|sccs?|ccp|clauses?|klauseln|cl[áa]usulas|clausole|types?|tipo|standards?)[ (]{1,2}v?)20(?:01|04|10)(?![\d./-])|\b20(?:01\/497|04\/915|10\/87)\b/giu;

const ABSENT: ReadonlySet<Qualifier["kind"]> = new Set(["negation", "ended", "planned"]);

function questionOf(text: string, qualifiers: readonly Qualifier[], isNamed: boolean): CellDoubt[] {
  const said = [
    ...qualifiers.map((one) => one.words),
    ...clausesOf(text).flatMap((clause) => sinceWhen(clause)?.words ?? []),
    ...(text.match(REPEALED) ?? []),
    ...stateWords(text).filter((word) => !qualifiers.some(({ words: own }) => own.includes(fold(word)))),
  ];
  const heard = new Set(said.flatMap((words) => fold(words).split(" ")));
  const left = isNamed ? wordsBesideTools(withoutTools(text)).filter((word) => !heard.has(word)) : [];
  const words = [...new Set([...said, ...left])].join(", ");
  return words === "" ? [] : [question("wordsUnsettled", text, { words })];
}

/** The clauses of a text that state a tool which stands: "BCR ; CCT à signer" → "BCR ; ". */
function withoutAbsent(text: string): string {
  return text
    .split(/(?<=[;,\n،؛()])|\s(?=(?:puis|mais|sauf|then|but|except|ثم|لكن)\s)/iu)
    .filter((clause) => !findQualifiers(clause).some(({ kind }) => ABSENT.has(kind)))
    .join("");
}

function readTool(read: InstrumentReading, tools: Instrument[]): Reading<InstrumentReading> {
  const modules = findModules(read.text);
  const isScc = tools[0] === "scc-2021-914" || tools[0] === "scc-unspecified";
  // Modules exist in the clauses of 2021/914 alone: "CCT module 2" can be no other decision.
  const isNamedByModule = tools[0] === "scc-unspecified" && modules.length > 0;
  const doubts: CellDoubt[] = [];
  if (isNamedByModule) doubts.push(doubt("sccModuleAlone", read.text));
  if (isScc && modules.length > 1) doubts.push(doubt("severalModules", read.text));
  return reading(
    {
      ...read,
      instrument: isNamedByModule ? "scc-2021-914" : itemAt(tools, 0),
      sccModule: isScc ? onlyOf(modules) : null,
      signedOn: signatureOf(read.text.replace(/20\d\d\s*\/\s*\d{2,3}/g, " ").replace(DECISION_YEAR, " ")),
    },
    doubts,
  );
}

/** The clauses of 2021/914 bear the day of their decision, on which nobody here signed them. */
function signatureOf(text: string): PartialDate | null {
  const ofTool = clausesOf(text).filter((clause) => !OF_ASSESSMENT.test(plain(clause)));
  const found = findDate(ofTool.map((clause) => sinceWhen(clause)?.before ?? clause).join(" ; "));
  return found?.value === DECISION_DAY ? null : found;
}

function clausesOf(text: string): string[] {
  return text.split(/[;,\n،؛]/u);
}

/** "CCT depuis 2024", "in force since 12/03/2024": a day from which clauses apply is none of their signature, which is asked. */
function sinceWhen(clause: string): { before: string; words: string } | null {
  const found = SINCE.exec(clause);
  if (!found || findDate(clause.slice(found.index)) === null) return null;
  return { before: clause.slice(0, found.index), words: found[0] };
}

const SINCE =
  /(?<!\p{L})(?:depuis|d[èe]s|[àa] (?:compter|partir|dater)|en vigueur|en place|prise? d[’']effet|applicables?|since|from|as (?:of|from)|in (?:force|place|effect)|effective|seit|ab|gültig|desde|vigentes?|en vigor|dal(?:l[’'])?|a partire|in vigore|sinds|vanaf|van kracht|منذ|ابتداء|اعتبارا|سارية)(?!\p{L})/iu;

/** "TIA du 12/03/2026" dates the assessment beside the tool, clause 14, and no signature. */
const OF_ASSESSMENT =
  /\b(?:d?tia|ait|aitd)\b|analyse d.impact|analyse du transfert|assessment|bewertung|folgenabschatzung|evaluaci|valutazione|beoordeling|تقييم/;

const DECISION_DAY = "2021-06-04";

/** Tools that a text names; the clauses of 2021/914 by their modules too. */
export function toolsIn(text: string): Instrument[] {
  return findTools(plain(text)).map((tool) =>
    tool === "scc-unspecified" && findModules(text).length > 0 ? "scc-2021-914" : tool,
  );
}

/** The module of the clauses that a text names; null for none and for several. */
export function moduleIn(text: string): 1 | 2 | 3 | 4 | null {
  return onlyOf(findModules(text));
}

const NAMING = TOOLS.map(([, pattern]) => new RegExp(`(?:${pattern.source})\\p{L}*`, "giu"));

/** The text without accents, U+0000 in place of what names its tool: for a reader of the words beside it. */
export function withoutTools(text: string): string {
  const stated = text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s+/g, " ");
  return NAMING.reduce((rest, pattern) => rest.replace(pattern, " \0 "), stated).replace(MODULE, " ");
}

/** Each tool named, the one to keep first; the general name of the clauses counts only where no decision is named. */
function findTools(folded: string): Instrument[] {
  const named = TOOLS.filter(([, pattern]) => pattern.test(folded)).map(([instrument]) => instrument);
  const isDecided = named.some((tool) => tool === "scc-2021-914" || tool === "scc-2021-915");
  const isSecond = named.includes("derogation-49-1-2");
  return named.filter(
    (tool) => !(isDecided && tool === "scc-unspecified") && !(isSecond && tool === "derogation-49-1"),
  );
}

function findModules(text: string): (1 | 2 | 3 | 4)[] {
  const found = [...plain(text).matchAll(MODULE)].map(([, digit, word, arabic]) =>
    word ? fieldOf(WORDS, word.toLowerCase()) : Number(digit ?? arabic),
  );
  const also = /modules?\s*[1-4]\s*(?:et|and|&|,|\/|\+)\s*(?:m(?:odule)?\s*)?([1-4])/iu.exec(text)?.[1];
  return [...new Set([...found, ...(also ? [Number(also)] : [])])] as (1 | 2 | 3 | 4)[];
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
}
