import type { Cell } from "@/lib/domain/authorisation/authorisation-status";
import { nameKey } from "@/lib/domain/controller/company-names";
import { USE_REQUIREMENTS, type UseRequirement } from "@/lib/domain/sub-processor/readiness";
import type { SubProcessorNamed } from "./content";

/** Row of the organisation's list. */
export type ListedSubProcessor = { id: string; reference: string; name: string; country: string | null };

/** Row of the list with the names that it had before. */
export type CalledSubProcessor = ListedSubProcessor & { formerNames: readonly string[] };

/** Articles 28(2) and 28(4): status for one controller; `active` once no requirement is missing. */
export type SubProcessorStatus = ListedSubProcessor &
  Pick<Cell, "state" | "requestId"> & { missing: readonly UseRequirement[] };

/** "SP-001 Numéria Voix": how it is called outside, where ids mean nothing. */
export function callSubProcessor({
  reference,
  name,
}: Pick<ListedSubProcessor, "reference" | "name">): string {
  return `${reference} ${name}`;
}

/** A name of a record as it is called outside: with its reference where it is of the list. */
export function callNamed(
  { name, subProcessorId }: SubProcessorNamed,
  list: readonly Pick<ListedSubProcessor, "id" | "reference">[],
): string {
  const listed = list.find(({ id }) => id === subProcessorId);
  return listed ? callSubProcessor({ reference: listed.reference, name }) : name;
}

/**
 * Names that came from elsewhere, each with the one of the list that it is: called by its reference and name, by its
 * reference alone, or by its name, present or former, with or without its legal form. A reference beside another name is
 * somebody else's, and a name that two bear is nobody's: nothing is guessed.
 */
export function linkSubProcessors(
  named: readonly SubProcessorNamed[],
  list: readonly CalledSubProcessor[],
): SubProcessorNamed[] {
  return named.map((row) => {
    if (row.subProcessorId !== null) return row;
    const [called, key] = [plain(row.name), nameKey(row.name)];
    const found = list.filter(
      (one) =>
        [one.reference, callSubProcessor(one)].some((name) => plain(name) === called) ||
        (key !== "" && [one.name, ...one.formerNames].some((name) => nameKey(name) === key)),
    );
    // Two of one name: only a person says which.
    const [one] = found;
    if (!one || found.length > 1) return row;
    return { ...row, name: one.name, country: one.country ?? row.country, subProcessorId: one.id };
  });
}

/** Takes name and seat from the list for linked rows; unknown ids resolve to nothing. */
export function resolveSubProcessors(
  named: readonly SubProcessorNamed[],
  list: readonly ListedSubProcessor[],
): SubProcessorNamed[] {
  return named.map((row) => {
    const listed = list.find(({ id }) => id === row.subProcessorId);
    return listed ? { ...row, name: listed.name, country: listed.country } : row;
  });
}

/** Refuses a row that is not on the list, or is not active for the controller. */
export type UseRefusal = { row: number; name: string } & (
  { key: "unlisted" } | { key: "inactive"; missing: readonly UseRequirement[] }
);

/**
 * Names that come anew and may not: a record cannot name a sub-processor that is not active for its controller, art.
 * 28(2). What it named before may stay, and is a finding.
 */
export function refusedUses(
  before: readonly SubProcessorNamed[],
  after: readonly SubProcessorNamed[],
  statuses: readonly SubProcessorStatus[],
): UseRefusal[] {
  return after.flatMap((row, index): UseRefusal[] => {
    if (before.some((previous) => isSameOne(previous, row))) return [];
    const listed = statuses.find(({ id }) => id === row.subProcessorId);
    if (!listed) return [{ row: index, name: row.name, key: "unlisted" }];
    if (listed.state === "active") return [];
    return [{ row: index, name: listed.name, key: "inactive", missing: listed.missing }];
  });
}

/** Named, and of no list: nobody can say whether its use was authorised. */
export function unlistedAmong(
  named: readonly SubProcessorNamed[],
  statuses: readonly SubProcessorStatus[],
): SubProcessorNamed[] {
  return named.filter(({ subProcessorId }) => !statuses.some(({ id }) => id === subProcessorId));
}

/** Named, of the list, and not active for the controller. */
export function inactiveAmong(
  named: readonly SubProcessorNamed[],
  statuses: readonly SubProcessorStatus[],
): SubProcessorStatus[] {
  const ids = new Set(named.map(({ subProcessorId }) => subProcessorId));
  return statuses.filter(({ id, state }) => ids.has(id) && state !== "active");
}

/**
 * Place where the missing requirement is obtained: a new request, the open one, or the sub-processor's page.
 */
export type RepairStep = "ask" | "request" | "sheet";

/** A refusal, a silence, an end: all wait for nothing, and the way on is to ask. */
const OPEN: readonly SubProcessorStatus["state"][] = ["draft", "awaited", "notified", "suspended"];

/** The next step of one that is not active: the controller's word comes before what is signed. */
export function repairOf({ state, requestId, missing }: SubProcessorStatus): RepairStep {
  if (requestId !== null && OPEN.includes(state)) return "request";
  if (missing.includes("authorisation") || missing.includes("scope")) return "ask";
  return requestId !== null && missing.includes("conditions") ? "request" : "sheet";
}

const BETWEEN = "|";
const OF = ":";

/** Standings as the parameter of a gap, which knows no language: "SP-001 Numéria Voix:contract,module-3|…". */
export function packStatuses(statuses: readonly SubProcessorStatus[]): string {
  return statuses
    .map((status) => {
      const name = callSubProcessor(status).replaceAll(BETWEEN, "/").replaceAll(OF, " ");
      return `${name}${OF}${status.missing.join(",")}`;
    })
    .join(BETWEEN);
}

/** Returns the statuses in words. */
export function unpackStatuses(
  packed: string,
  translate: (name: string, missing: readonly UseRequirement[]) => string,
): string[] {
  return packed
    .split(BETWEEN)
    .filter((status) => status !== "")
    .map((status) => {
      const [name = "", missing = ""] = status.split(OF);
      return translate(
        name,
        missing.split(",").filter((code) => isUseRequirement(code)),
      );
    });
}

/** Matches rows by list id; or by name, which may gain a link to the list and never loses it. */
function isSameOne(previous: SubProcessorNamed, row: SubProcessorNamed): boolean {
  if (previous.subProcessorId !== null) return previous.subProcessorId === row.subProcessorId;
  return plain(previous.name) === plain(row.name);
}

function isUseRequirement(code: string): code is UseRequirement {
  return (USE_REQUIREMENTS as readonly string[]).includes(code);
}

function plain(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}
