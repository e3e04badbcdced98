import { required } from "@/lib/domain/invariant/required";
import {
  archivedVolumes,
  loadRegisterWords,
  REGISTER_WRITERS,
} from "@/lib/features/export/write/register-files";

import {
  printCover,
  printSection,
  countVolumes,
  type Heading,
} from "@/lib/features/dossier/print/section-pdf";
import { disputedNote } from "@/lib/features/dossier/read/disputed-note";
import { writeReadmes } from "@/lib/features/dossier/print/readme";
import {
  writeSectionCsv,
  writeSectionJson,
  writeSectionXlsx,
} from "@/lib/features/dossier/print/section-tables";
import type { CollectedDossier, CollectedSection, RegisterPart } from "@/lib/features/dossier/read/collect";
import { readProofMessage } from "@/lib/features/dossier/read/proof-messages";
import type { DossierRow } from "@/lib/features/dossier/read/queries";
import { readVerifier } from "@/lib/platform/dossier/verifier";
import type { DossierPart } from "@/lib/platform/dossier/archive";
import { headLine } from "@/lib/platform/journal/published-head";
import type { OrgScope } from "@/lib/domain/access/scope";
import { trimBothEndsOf } from "@/lib/domain/text/trim-characters";
import { readStoredFile } from "./stored-file";

type Making = {
  dossier: DossierRow;
  collected: CollectedDossier;
  scope: OrgScope;
  now: Date;
  fingerprint: string;
};

/** Every file of a dossier in the order of the archive, each made when the archive reaches it. */
export async function listParts(making: Making): Promise<DossierPart[]> {
  const { collected, dossier, scope, now } = making;
  const { query, organisation } = collected;
  const heading: Heading = { query, organisation, now, foot: dossier.id.slice(0, 18), mark: markOf(making) };
  const parts: DossierPart[] = [
    pdf("dossier.pdf", () => printCover(collected, heading, coverOf(making))),
    ...(await writeReadmes()).map(({ path, text }) => made(path, () => text)),
    bytes("verify.mjs", () => readVerifier()),
  ];
  const registerWords = await loadRegisterWords(query.words.locale);
  for (const [index, register] of collected.registers.entries()) {
    const several = collected.registers.length > 1 ? `/${index + 1}-${safeName(register.name)}` : "";
    parts.push(...registerParts(`${collected.registerFolder}${several}`, register, registerWords));
  }
  for (const section of collected.sections) parts.push(...sectionParts(section, heading, scope));
  return [...parts, ...proofParts(collected, scope), ...journalParts(collected)];
}

/** Names who asked for it and when it was made, where an auditor did. */
function markOf({ dossier, collected, now }: Making): string {
  const { instant } = collected.query.words;
  return dossier.requestedByKind === "auditor" ? `${dossier.requestedByName} · ${instant(now)}` : "";
}

function registerParts(
  folder: string,
  { pdf: printed, data }: RegisterPart,
  words: Awaited<ReturnType<typeof loadRegisterWords>>,
): DossierPart[] {
  const stream = (format: "xlsx" | "csv" | "json") => ({
    path: `${folder}/register.${format}`,
    isDense: format === "xlsx",
    content: async function* () {
      yield* await REGISTER_WRITERS[format](data, words, () => "register");
    },
  });
  return [
    ...archivedVolumes(printed, words).map(({ number, total, print }) =>
      pdf(`${folder}/register${total > 1 ? `-${number}` : ""}.pdf`, print),
    ),
    ...(["xlsx", "csv", "json"] as const).map(stream),
  ];
}

function sectionParts(section: CollectedSection, heading: Heading, scope: OrgScope): DossierPart[] {
  const { folder, section: name } = section;
  const { words, day } = heading.query;
  const total = countVolumes(section);
  const printed = printSection(section, heading);
  const at = `${folder}/${name}`;
  const names = fileNames(section.files.map(({ fileName }) => fileName));
  return [
    ...Array.from({ length: total }, (_, index) =>
      pdf(`${at}${total > 1 ? `-${index + 1}` : ""}.pdf`, async () =>
        required((await printed.next()).value, "volume of a section"),
      ),
    ),
    { path: `${at}.xlsx`, isDense: true, content: () => writeSectionXlsx(section, words, heading.now) },
    { path: `${at}.csv`, content: () => writeSectionCsv(section, words) },
    { path: `${at}.json`, content: () => writeSectionJson(section, day) },
    ...section.files.map((file, index) => ({
      path: `${folder}/documents/${names[index] ?? file.id}`,
      isDense: true,
      content: () => readStoredFile(scope, file),
    })),
  ];
}

/** The answers by mail that proved addresses, each with the key by which its DKIM signature is read. */
function proofParts({ sections, proofMessages }: CollectedDossier, scope: OrgScope): DossierPart[] {
  const decided = sections.find(({ section }) => section === "authorisations");
  if (!decided) return [];
  return proofMessages.flatMap((proof) => {
    const at = `${decided.folder}/proofs/${proof.messageDigest}`;
    const record = `${proof.selector}._domainkey.${proof.domain} TXT ${proof.publishedKey}\n`;
    return [bytes(`${at}.eml`, () => readProofMessage(scope, proof)), made(`${at}.key.txt`, () => record)];
  });
}

function journalParts({ journal }: CollectedDossier): DossierPart[] {
  if (!journal) return [];
  return [
    { path: `${journal.folder}/journal.jsonl`, content: () => endedLines(journal.lines.lines()) },
    ...journal.heads.map(({ day, minute, document, signature }) =>
      made(
        // A day has one head of its own, and one for each minute at which another was published: "2026-12-01T1405".
        `${journal.folder}/heads/${minute?.replace(":", "") ?? day}.txt`,
        () => `${day} ${headLine({ text: document, signature })}\n`,
      ),
    ),
  ];
}

async function* endedLines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

function coverOf({ dossier, collected, now }: Making) {
  const { words, day } = collected.query;
  const { dossier: t } = words;
  const names = collected.controllers === "all" ? t("allControllers") : collected.controllers.join(", ");
  const fields: [string, string][] = [
    [t("fields.recipient"), dossier.recipient],
    [t("fields.audience"), t(`audiences.${dossier.audience}`)],
    [t("fields.controllers"), names],
    [t("fields.asOf"), words.day(day)],
    [t("fields.madeAt"), words.instant(now)],
    [t("fields.requestedBy"), dossier.requestedByName],
    [t("fields.head"), `${collected.head.seq} · ${collected.head.hash}`],
    [t("fields.agreement"), agreementOf(collected)],
    ...disclosureOf(collected),
  ];
  const registers = collected.registers.map(({ name, data }): [string, string, string] => [
    [t("sections.register"), name].filter(Boolean).join(" · "),
    ...([String(data.contents.records), "0"] as [string, string]),
  ]);
  const sections = collected.sections.map(({ section, rows, files }): [string, string, string] => [
    t(`sections.${section}`),
    String(rows),
    String(files.length),
  ]);
  const { journal } = collected;
  const files: [string, string, string][] = journal
    ? [[t("sections.journal"), String(journal.head.seq), String(journal.heads.length)]]
    : [];
  return { fields, contents: [...registers, ...sections, ...files] };
}

/** Says how many entries of the journal are given in words; the others stand by their digest, which holds the chain together. */
function disclosureOf({ journal, head, query }: CollectedDossier): [string, string][] {
  if (!journal) return [];
  const { dossier: t } = query.words;
  return [[t("sections.journal"), t("disclosed", { shown: journal.shown, total: head.seq })]];
}

/** Says what of the dossier does not agree with the journal, section by section, or that everything does. */
function agreementOf({ sections, disputedRecords, query }: CollectedDossier): string {
  const { words } = query;
  const notes = [
    { section: "register", disputed: disputedRecords },
    ...sections.map(({ section, disputed }) => ({ section, disputed })),
  ].flatMap(({ section, disputed }) =>
    disputedNote(disputed, words).map((note) => `${words.dossier(`sections.${section}`)}: ${note}`),
  );
  return notes.length === 0 ? words.dossier("agreed") : notes.join("\n");
}

const made = (path: string, text: () => string): DossierPart => ({
  path,
  content: async function* () {
    yield text();
  },
});

const bytes = (path: string, read: () => Promise<Uint8Array>, isDense = false): DossierPart => ({
  path,
  isDense,
  content: async function* () {
    yield await read();
  },
});

const pdf = (path: string, print: () => Promise<Uint8Array>): DossierPart => bytes(path, print, true);

/** Names that every system reads alike, each once, whatever its letters' case. */
export function fileNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const safe = safeName(name);
    const dot = safe.lastIndexOf(".");
    const [stem, extension] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, ""];
    let given = safe;
    for (let number = 2; used.has(given.toLowerCase()); number += 1) given = `${stem}-${number}${extension}`;
    used.add(given.toLowerCase());
    return given;
  });
}

function safeName(name: string): string {
  const marked = name.normalize("NFC").replace(/[^\p{L}\p{N}._-]+/gu, "-");
  const plain = trimBothEndsOf(marked, ".-").slice(0, 120);
  return plain === "" ? "document" : plain;
}
