import type { AsOf } from "@/lib/domain/time/as-of";
import { formatDay, formatInSecondCity, formatInstant, joinParts } from "@/lib/i18n/format";
import type { Zone } from "@/lib/domain/time/zones";
import { dayOf, type StreamedRegister } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "@/lib/features/export/print/words";
import { breakLines, plain, soft } from "./lines";
import { dpoLines, processorLines, representativeLines } from "./parties";
import type { CoverRow, Line } from "./types";

const HERE = "Africa/Casablanca";

type Covered = Omit<StreamedRegister, "records">;

export function coverRows(register: Covered, words: RegisterWords): CoverRow[] {
  const { organisation, capacity } = register;
  const { document, record } = words;
  const isOwn = capacity === "controller";
  const rows: CoverRow[] = [
    ...(register.isExample
      ? [{ label: document("document.example"), lines: plain(document("document.exampleText")) }]
      : []),
    ...(register.disputed.length > 0
      ? [{ label: document("document.disputed"), lines: disputedLines(register.disputed, words) }]
      : []),
    ...(register.contents.drafts > 0
      ? [
          {
            label: document("document.drafts"),
            lines: plain(document("document.draftsText", { count: register.contents.drafts })),
          },
        ]
      : []),
    ...(register.asOf
      ? [{ label: document("document.asOf"), lines: asOfLines(register.asOf, register.zone, words) }]
      : []),
    {
      label: record(isOwn ? "fields.organisation" : "fields.processor"),
      lines: processorLines(organisation, words),
    },
    {
      label: document("document.representative"),
      lines: representativeLines(organisation, words, dayOf(register)),
    },
    { label: document("document.dpo"), lines: dpoLines(organisation, words) },
    {
      label: document("document.basis"),
      lines: plain(
        document(`${isOwn ? "document.own.bases" : "document.bases"}.${organisation.gdprBinding}`),
      ),
    },
    { label: document("document.scope"), lines: scopeLines(register, words) },
    { label: document("document.contents"), lines: contentsLines(register, words) },
    { label: document("document.takenAt"), lines: exportedByLines(register, words) },
  ];
  const blank: Line = { text: record("blank"), tone: "missing" };
  return rows.map(({ label, lines }) => ({ label, lines: lines.length > 0 ? breakLines(lines) : [blank] }));
}

/** Entries that a cover names of those which do not agree with the journal. */
const MOST_NAMED = 20;

function disputedLines(disputed: readonly string[], { document, locale }: RegisterWords): Line[] {
  const list = new Intl.ListFormat(locale).format(disputed.slice(0, MOST_NAMED));
  const more = Math.max(0, disputed.length - MOST_NAMED);
  return plain(document("document.disputedText", { count: disputed.length, list, more }));
}

function scopeLines(
  { scope, volume, contents: { first, last } }: Covered,
  { document }: RegisterWords,
): Line[] {
  return [
    ...plain(
      scope.kind === "whole"
        ? document("document.scopeWhole")
        : document("document.scopeController", { name: scope.name }),
    ),
    ...(volume.total > 1 ? soft(document("document.volumeRange", { ...volume, first, last })) : []),
  ];
}

/** Example: "128 fiches, 23 responsables du traitement", then gaps, unless findings are excluded. */
function contentsLines(
  { capacity, contents, holdsFindings }: Covered,
  { document, locale }: RegisterWords,
): Line[] {
  const { records, controllers, required, advisable, asked } = contents;
  const unnamed = [...controllers.values()].filter((isPlaceholder) => isPlaceholder).length;
  const counts = [document("document.records", { count: records })];
  if (records > 0 && capacity === "processor")
    counts.push(document("document.controllers", { count: controllers.size }));
  if (unnamed > 0) counts.push(document("document.unnamed", { count: unnamed }));
  if (!holdsFindings) return [...plain(joinParts(counts, locale)), ...soft(document("document.asKept"))];
  const missing = [
    required === 0 && asked > 0
      ? document("document.own.worthFilling", { count: asked })
      : document("document.gaps", { count: required }),
  ];
  if (advisable > 0) missing.push(document("document.advice", { count: advisable }));
  return [
    ...plain(joinParts(counts, locale)),
    ...(records > 0 ? soft(joinParts(missing, locale)) : []),
    ...soft(document("document.withFindings")),
  ];
}

/** Example: "14 mars 2026", with its meaning. */
function asOfLines(
  { day, endMs }: AsOf,
  zone: Zone | undefined,
  { document, locale }: RegisterWords,
): Line[] {
  return [
    ...plain(formatDay(day, locale, { long: true })),
    ...soft(
      document("document.asOfText", {
        instants: joinParts(
          [...new Set<Zone>([HERE, zone ?? "Europe/Paris"])].map((city) =>
            formatInstant(endMs, city, locale),
          ),
          locale,
        ),
      }),
    ),
  ];
}

function exportedByLines(
  { takenAt, takenBy, zone = "Europe/Paris" }: Covered,
  { document, locale }: RegisterWords,
): Line[] {
  const instant = Date.parse(takenAt);
  const here = formatInstant(instant, HERE, locale);
  const there = zone === HERE ? [] : [formatInSecondCity(instant, { first: HERE, second: zone }, locale)];
  return [
    ...plain(joinParts([here, ...there], locale)),
    ...(takenBy.trim() === "" ? [] : soft(document("document.takenBy", { name: takenBy }))),
  ];
}
