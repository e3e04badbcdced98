import { isOfComment } from "./comment-doubts";
import { readTownCode, statesOf } from "@/lib/domain/country/town-codes";
import { INSTRUMENTS, type Destination, type RecordContent } from "@/lib/domain/processing-record/content";
import { isQuestion, type DoubtKey } from "./doubts";
import { BLANKS, OF_PARTY } from "./left-open";
import { COMPANY_ANSWERS } from "./settle-companies";
import { NO_COUNTRY } from "./read-transfer";
import { addNote } from "./row-content";
import { moduleIn } from "./values/instrument";
import type { ControllerReading, Doubt, ImportTarget, RowReading } from "./types";

/** A person's answer: the reading as proposed, the field left open, or one of the options by its value. */
export const TAKE = "take";
export const LEAVE_OPEN = "open";
/** Leaves a row to the other register. */
export const ASIDE = "aside";

/** Answers by the key of their question. */
export type Settlements = Readonly<Record<string, string>>;

/** Names a question: the same cell in the same field is asked once, in however many rows it stands. */
export function questionKey({ field, key, params }: Doubt): string {
  const cell = (params.cell ?? "").replace(/\s+/g, " ").trim();
  // The tools of a cell are asked of each country of its row.
  const country = key === "severalInstruments" && params.country ? ` ${params.country}` : "";
  return `${field} ${key} ${cell}${country}`;
}

/** The values that an answer may have beside the two that every question has. */
export function optionsOf({ params }: Doubt): string[] {
  return (params.options ?? "").split("|").filter((option) => option !== "");
}

/** True for an answer that the question permits. */
export function isAnswerOf(question: Doubt, answer: string | undefined): answer is string {
  if (answer === undefined) return false;
  const options = optionsOf(question);
  // A row comes in or does not: there is nothing to be left open.
  if (question.key === "otherRole") return options.includes(answer);
  return answer === LEAVE_OPEN || (options.length === 0 ? answer === TAKE : options.includes(answer));
}

/**
 * A row with its answered questions carried out. What is left open loses the fields that were read of its cell, and keeps
 * the words; a question without an answer stays among the doubts.
 */
export function settleRow<R extends RowReading>(row: R, settlements: Settlements): R {
  let settled = row;
  for (const asked of row.doubts) {
    if (!isQuestion(asked)) continue;
    const key = questionKey(asked);
    const answer = Object.hasOwn(settlements, key) ? settlements[key] : undefined;
    if (!isAnswerOf(asked, answer)) continue;
    const rest = settled.doubts.filter((one) => one !== asked);
    settled = {
      ...settled,
      content: answer === TAKE ? settled.content : answered(settled.content, asked, answer),
      controllerName: answeredName(settled, asked, answer),
      controller: answer === TAKE ? settled.controller : answeredParty(settled.controller, asked, answer),
      doubts: rest,
      denied: deniedAfter(settled, asked, answer),
    };
  }
  return settled;
}

/** True for a row that a person left to the other register. */
export function isLeftAside(settled: Settlements): boolean {
  return Object.entries(settled).some(
    ([key, answer]) => answer === ASIDE && key.split(" ")[1] === ("otherRole" satisfies DoubtKey),
  );
}

/** True while a question of the row waits for its answer. */
export function hasOpenQuestion({ doubts }: { doubts: readonly Doubt[] }): boolean {
  return doubts.some(isQuestion);
}

/** Questions about whole rows and not about a field: their answers change no content. */
const OF_ROWS: ReadonlySet<string> = new Set<DoubtKey>(["linesOfOneEntry", "otherRole"]);

/** True while it is open whether the row is one of its own: what it lacks is not known before. */
export function hasOpenRowQuestion({ doubts }: { doubts: readonly Doubt[] }): boolean {
  return doubts.some(({ key }) => OF_ROWS.has(key));
}

/** Questions of which day a cell of a date says. */
const DATES: ReadonlySet<string> = new Set<DoubtKey>(["dateOrder", "severalDates", "dateNoSuchDay"]);

function answered(content: RecordContent, asked: Doubt, answer: string): RecordContent {
  if (OF_ROWS.has(asked.key) || asked.key === "controllerCountries") return content;
  const ofCompanies = COMPANY_ANSWERS[asked.key];
  if (ofCompanies) return answer === LEAVE_OPEN ? content : ofCompanies(content, asked, answer);
  if (answer === LEAVE_OPEN) return leaveOpen(content, asked);
  if (asked.key === "placeHomonym" && asked.field === "transfer")
    return {
      ...content,
      destinations: content.destinations.map((one) => nameHomonym(one, answer)),
    };
  if (asked.key === "severalInstruments")
    return {
      ...content,
      destinations: content.destinations.map((one) => (isAskedOf(one, asked) ? withTool(one, answer) : one)),
    };
  if (DATES.has(asked.key))
    return { ...content, [asked.field]: { value: answer, text: asked.params.cell ?? "" } };
  return content;
}

/** Questions whose name is not taken where it is left open. */
const OF_NAMES: ReadonlySet<string> = new Set<DoubtKey>(["wordsUnsettled", "textStruck"]);

/** Characters of a name. */
const LINE = 300;

/** Two companies of one name are told apart by their country, as companies of one group are. */
function answeredName(
  { controllerName, controller }: RowReading,
  { field, key }: Doubt,
  answer: string,
): string {
  if (OF_NAMES.has(key) && field === "controllerName" && answer === LEAVE_OPEN) return "";
  if (key !== "controllerCountries" || answer !== LEAVE_OPEN || !controller.country) return controllerName;
  return `${controllerName.slice(0, LINE - 5)} (${controller.country})`;
}

function answeredParty(party: ControllerReading, { field, key }: Doubt, answer: string): ControllerReading {
  if (key === "controllerCountries" && answer === LEAVE_OPEN) return party;
  if (field === "controllerCountry" && answer !== LEAVE_OPEN) return { ...party, country: answer };
  const lost: readonly string[] = OF_PARTY[field] ?? [];
  return Object.fromEntries(Object.entries(party).filter(([name]) => !lost.includes(name)));
}

function nameHomonym(destination: Destination, country: string): Destination {
  const isMeant = destination.country === null && statesOf(destination.place).includes(country);
  const place = readTownCode(destination.place)?.town ?? "";
  return isMeant ? { ...destination, country, place } : destination;
}

/** A question about a tool is of the country that it names, and of those whose words it quotes where some do. */
function isAskedOf({ country, instrumentText }: Destination, { key, params }: Doubt): boolean {
  if (key === "severalInstruments") return [undefined, NO_COUNTRY, country].includes(params.country);
  const cell = params.cell ?? "";
  const isWhole = instrumentText === cell || isOfComment(cell, instrumentText);
  return isWhole || instrumentText === "" || cell.length > INSTRUMENT_TEXT;
}

/** The chosen tool of those that the words name; its module and day are theirs where one only can be meant. */
function withTool(destination: Destination, answer: string): Destination {
  const instrument = INSTRUMENTS.find((tool) => tool === answer) ?? null;
  const isClauses = instrument === "scc-2021-914" || instrument === "scc-unspecified";
  return {
    ...destination,
    instrument,
    sccModule: isClauses ? moduleIn(destination.instrumentText) : null,
    signedOn: instrument === destination.instrument ? destination.signedOn : null,
  };
}

function leaveOpen(content: RecordContent, asked: Doubt): RecordContent {
  const { field, params } = asked;
  const cell = params.cell ?? "";
  if (field === "transfer")
    return {
      ...content,
      transferAnswer: "unanswered",
      transferReason: "",
      transferText: cell.slice(0, TRANSFER_TEXT),
      destinations: content.destinations.slice(0, 1).flatMap(onlyTool),
    };
  if (field === "instrument")
    return {
      ...content,
      destinations: content.destinations.map((one) =>
        isAskedOf(one, asked) ? { ...one, instrument: null, sccModule: null, signedOn: null } : one,
      ),
    };
  return { ...content, ...BLANKS[field], notes: addCellToNotes(content.notes, params.header ?? "", cell) };
}

/** Characters that the register's field and its notes hold. */
const TRANSFER_TEXT = 1000;
const INSTRUMENT_TEXT = 1000;
const NOTES = 8000;

/** The tool of a transfer stands by a destination that nobody has named yet. */
function onlyTool(destination: Destination): Destination[] {
  const { instrumentText, assessmentText, derogationDocuments, assessedOn } = destination;
  const hasTool = `${instrumentText}${assessmentText}${derogationDocuments}` !== "" || assessedOn !== null;
  return hasTool
    ? [{ ...destination, country: null, place: "", placeKind: null, internationalOrganisation: "" }]
    : [];
}

function addCellToNotes(notes: string, header: string, cell: string): string {
  if (notes.includes(cell)) return notes;
  const longer = addNote(notes, header, cell);
  return longer.length <= NOTES ? longer : notes;
}

/** A no that was left open denies nothing any more. */
function deniedAfter(row: RowReading, { field, key }: Doubt, answer: string): RowReading["denied"] {
  if (answer !== LEAVE_OPEN || OF_ROWS.has(key)) return row.denied;
  const lists: Readonly<Partial<Record<ImportTarget, keyof RecordContent>>> = {
    transfer: "destinations",
    subProcessors: "subProcessors",
    special: "specialCategories",
    exemption: "exemptionClaimed",
  };
  return row.denied?.filter((denied) => denied !== lists[field]);
}
