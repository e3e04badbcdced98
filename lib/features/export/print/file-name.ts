import type { RegisterHead } from "@/lib/features/export/read/register-export";

const LONGEST_PART = 48;

type Extension = "pdf" | "zip" | "xlsx" | "ods" | "csv" | "json";

/**
 * "registre-nejma-contact-2026-11-25.pdf", "…-vol-1-sur-3.pdf". The name of the only controller stands in it, so that
 * one client's rows are not sent to another: "registre-nejma-contact-orvelle-energie-2026-11-25.pdf". The company's
 * own register is "registre-responsable-nejma-contact-2026-11-25.pdf". As of a past day it bears that day and says so:
 * "registre-nejma-contact-au-2026-03-14.pdf".
 */
export function registerFileName(
  { capacity, scope, volume, asOf }: Pick<RegisterHead, "capacity" | "scope" | "volume" | "asOf">,
  { slug, day, extension }: { slug: string; day: string; extension: Extension },
): string {
  const register = capacity === "controller" ? "registre-responsable" : "registre";
  const parts = [
    register,
    slug,
    scope.kind === "controller" ? asciiPart(scope.name) : "",
    asOf ? `au-${asOf.day}` : day,
  ];
  // A table or a JSON streams, so it is never cut; an archive holds all the volumes.
  if (volume.total > 1 && extension === "pdf") parts.push(`vol-${volume.number}-sur-${volume.total}`);
  return `${parts.filter((part) => part !== "").join("-")}.${extension}`;
}

function asciiPart(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_PART)
    .replace(/^-+|-+$/g, "");
}
