import { itemAt, lastOf } from "@/lib/domain/invariant/required";
import { REGISTER_ARTICLES } from "@/lib/domain/processing-record/sections";
import { isolateTexts } from "@/lib/i18n/bidi";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { asLinked } from "./as-linked";
import { streamOf } from "./contents";
import { coverRows } from "@/lib/features/export/print/document/cover";
import { placeLogo } from "@/lib/features/export/print/document/logo";
import { buildSheet, describeGaps } from "@/lib/features/export/print/document/sheet";
import type { ContentsGroup, RegisterDocument, Sheet } from "@/lib/features/export/print/document/types";
import { dayOf, type RegisterVolume } from "@/lib/features/export/read/register-export";
import { controllerKey } from "./volumes";
import type { RegisterWords } from "./words";

export const ATTACHMENT_NAME = "registre.json";

/**
 * Builds cover, contents, sheets and verification. Pure; `hash` is the hash of `contentText` of the volume. Requires the order
 * of `splitVolumes`.
 */
export function buildRegisterDocument(
  register: RegisterVolume,
  { hash, words }: { hash: string; words: RegisterWords },
): RegisterDocument {
  const { organisation, volume, capacity } = register;
  const { document, record, locale } = words;
  const named = capacity === "controller" ? "document.own" : "document";
  const on = dayOf(register);
  const sheets = buildSheets(register, on, words);
  const title = document(`${named}.title`);
  const stated = register.asOf
    ? document("document.asOfDay", { day: formatDay(register.asOf.day, locale, { long: true }) })
    : "";
  const extract =
    register.scope.kind === "controller"
      ? document("document.extractFor", { name: register.scope.name })
      : "";
  const printed: RegisterDocument = {
    title,
    metaTitle: joinParts([title, organisation.legalName, extract, stated], locale),
    subtitle: joinParts([document(`${named}.subtitle`), extract, stated], locale),
    head: joinParts(
      [
        register.isExample ? document("document.example") : "",
        document(`${named}.short`),
        organisation.legalName,
        extract,
        stated,
      ],
      locale,
    ),
    law: {
      article: record("article", { article: REGISTER_ARTICLES[capacity] }),
      name: document("document.law"),
    },
    organisation: organisation.legalName,
    logo: placeLogo(register, words),
    volume: volume.total > 1 ? document("document.volume", volume) : "",
    cover: coverRows(streamOf(register), words),
    seal: { title: document("document.fingerprint"), hash, note: document("document.fingerprintNote") },
    contents: { title: document("document.summary"), groups: groupSheets(register, sheets, words) },
    sheets,
    check: buildCheck(hash, words),
    hashStart: hash.slice(0, 16),
    attachmentName: ATTACHMENT_NAME,
    date: dateParts(register.takenAt),
  };
  return isolateTexts(printed, locale, NAMES);
}

/** Names for the compiler and hashes are not isolated. */
const NAMES = new Set(["id", "file", "hash", "hashStart", "attachmentName", "tone", "level"]);

function buildSheets(
  { capacity, organisation, holdsFindings, records }: RegisterVolume,
  on: string,
  words: RegisterWords,
): Sheet[] {
  return records.map((record, index) => {
    const before = records[index - 1];
    const opensController =
      before === undefined || controllerKey(before.controller) !== controllerKey(record.controller);
    return buildSheet(
      { capacity, record: asLinked(record), organisation, holdsFindings, on, words },
      { id: `sheet-${index + 1}`, opensController },
    );
  });
}

function groupSheets(
  { records, holdsFindings }: RegisterVolume,
  sheets: Sheet[],
  words: RegisterWords,
): ContentsGroup[] {
  const groups: ContentsGroup[] = [];
  for (const [index, sheet] of sheets.entries()) {
    if (sheet.opensController) groups.push({ controller: sheet.controller, sheets: [] });
    const { text, isComplete } = describeGaps({ record: itemAt(records, index), holdsFindings }, words);
    lastOf(groups).sheets.push({
      id: sheet.id,
      reference: sheet.reference,
      activity: sheet.title,
      gaps: isComplete ? "" : text,
    });
  }
  return groups;
}

function buildCheck(hash: string, { document }: RegisterWords): RegisterDocument["check"] {
  const translate = (step: string) => document(`document.check.${step}`, { file: ATTACHMENT_NAME });
  return {
    title: translate("title"),
    margin: translate("article"),
    paragraphs: {
      attached: translate("attached"),
      extract: translate("extract"),
      compute: translate("compute"),
      compare: translate("compare"),
      form: translate("form"),
    },
    hash,
    replaced: translate("replaced"),
  };
}

function dateParts(instant: string): RegisterDocument["date"] {
  const date = new Date(instant);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
