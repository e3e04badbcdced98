import { REGISTER_ARTICLES } from "@/lib/domain/processing-record/sections";
import { dayAt } from "@/lib/i18n/format";
import { coverRows } from "./document/cover";
import { placeLogo } from "./document/logo";
import { buildSheet, sayGaps } from "./document/sheet";
import type { ContentsGroup, RegisterDocument, Sheet } from "./document/types";
import type { RegisterVolume } from "./register-export";
import { controllerKey } from "./volumes";
import type { RegisterWords } from "./words";

export const ATTACHMENT_NAME = "registre.json";

/**
 * One volume of the register as its template prints it: cover, contents, one sheet per record, how to check the hash.
 * Pure; `hash` is the `contentHash` of the same volume. Records are expected in the order of `splitVolumes`.
 */
export function buildRegisterDocument(
  register: RegisterVolume,
  { hash, words }: { hash: string; words: RegisterWords },
): RegisterDocument {
  const { organisation, volume, capacity } = register;
  const { document, record } = words;
  const named = capacity === "controller" ? "document.own" : "document";
  const on = dayAt(Date.parse(register.takenAt), "Africa/Casablanca");
  const sheets = buildSheets(register, on, words);
  return {
    title: document(`${named}.title`),
    subtitle: document(`${named}.subtitle`),
    head: `${document(`${named}.short`)}, ${organisation.legalName}`,
    law: {
      article: record("article", { article: REGISTER_ARTICLES[capacity] }),
      name: document("document.law"),
    },
    organisation: organisation.legalName,
    logo: placeLogo(register, words),
    volume: volume.total > 1 ? document("document.volume", volume) : "",
    cover: coverRows(register, on, words),
    seal: { title: document("document.fingerprint"), hash, note: document("document.fingerprintNote") },
    contents: { title: document("document.summary"), groups: groupSheets(register, sheets, words) },
    sheets,
    check: buildCheck(hash, words),
    hashStart: hash.slice(0, 16),
    attachmentName: ATTACHMENT_NAME,
    date: dateParts(register.takenAt),
  };
}

function buildSheets(
  { capacity, organisation, records }: RegisterVolume,
  on: string,
  words: RegisterWords,
): Sheet[] {
  return records.map((record, index) => {
    const before = records[index - 1];
    const opensController =
      before === undefined || controllerKey(before.controller) !== controllerKey(record.controller);
    return buildSheet(
      { capacity, record, organisation, on, words },
      { id: `sheet-${index + 1}`, opensController },
    );
  });
}

function groupSheets({ records }: RegisterVolume, sheets: Sheet[], words: RegisterWords): ContentsGroup[] {
  const groups: ContentsGroup[] = [];
  for (const [index, sheet] of sheets.entries()) {
    if (sheet.opensController) groups.push({ controller: sheet.controller, sheets: [] });
    const { text, isComplete } = sayGaps(records[index]!, words);
    groups.at(-1)!.sheets.push({
      id: sheet.id,
      reference: sheet.reference,
      activity: sheet.title,
      gaps: isComplete ? "" : text,
    });
  }
  return groups;
}

function buildCheck(hash: string, { document }: RegisterWords): RegisterDocument["check"] {
  const say = (step: string) => document(`document.check.${step}`, { file: ATTACHMENT_NAME });
  return {
    title: say("title"),
    margin: say("article"),
    paragraphs: {
      attached: say("attached"),
      extract: say("extract"),
      compute: say("compute"),
      compare: say("compare"),
      form: say("form"),
    },
    hash,
    replaced: say("replaced"),
  };
}

function dateParts(instant: string): RegisterDocument["date"] {
  const date = new Date(instant);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
