import { trimBothEndsOf } from "@/lib/domain/text/trim-characters";
import { DISPUTED_NAME, exportName } from "@/lib/domain/text/export-name";
import type { RegisterHead } from "@/lib/features/export/read/register-export";

const LONGEST_PART = 48;

type Extension = "pdf" | "zip" | "xlsx" | "ods" | "csv" | "json";

type Named = Pick<RegisterHead, "capacity" | "scope" | "volume" | "asOf" | "disputed">;

/**
 * Examples: "registre-nejma-contact-2026-11-25.pdf", "…-vol-1-sur-3.pdf". Includes the name of a single controller, so
 * that a file is not sent to another: "registre-nejma-contact-orvelle-energie-2026-11-25.pdf". Own register:
 * "registre-responsable-nejma-contact-2026-11-25.pdf". With drafts, which nobody outside is given:
 * "registre-nejma-contact-interne-avec-brouillons-2026-11-25.pdf". As of a past day: "registre-nejma-contact-au-2026-03-14.pdf".
 * With entries that do not agree with the journal: "registre-nejma-contact-2026-11-25-ne-concorde-pas-avec-le-journal.csv".
 */
export function registerFileName(
  { capacity, scope, volume, asOf, disputed }: Named,
  { slug, day, extension, drafts }: { slug: string; day: string; extension: Extension; drafts: number },
): string {
  const parts = [
    slug,
    scope.kind === "controller" ? asciiPart(scope.name) : "",
    drafts > 0 ? "interne-avec-brouillons" : "",
    asOf ? `au-${asOf.day}` : day,
    disputed.length > 0 ? DISPUTED_NAME : "",
  ];
  // Tables and JSON stream as one file; an archive holds all volumes.
  if (volume.total > 1 && extension === "pdf") parts.push(`vol-${volume.number}-sur-${volume.total}`);
  return exportName(capacity === "controller" ? "own-register" : "register", parts, extension);
}

function asciiPart(name: string): string {
  const ascii = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_PART);
  return trimBothEndsOf(ascii, "-");
}
