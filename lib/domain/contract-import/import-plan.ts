import { amendmentIssue, instructorIssue, instrumentsIssue, termIssue } from "@/lib/domain/contract/issues";
import type { CellIssue, CellSetAside } from "./read-sheet-cell";
import type { Contract, Instructor } from "@/lib/domain/contract/types";
import { entryOf } from "@/lib/domain/invariant/required";
import { clientFinder, type ChosenClients, type Client } from "./client-names";

/** A contract as a file says it. */
export type ContractLine = Contract & {
  reference: string;
  title: string;
  /** The legal name of its controller. */
  controller: string;
  instructors: readonly Omit<Instructor, "id">[];
  /** Cells of the spreadsheet that were not read. */
  issues?: readonly CellIssue[];
  /** Cells of it that were left aside, the others being read. */
  asides?: readonly CellSetAside[];
};

/** Existing contract; the version shows whether somebody saved it since it was displayed. */
export type ExistingContract = ContractLine & { id: string; version: number; controllerId: string };

export type PlanRefusal =
  | "cells"
  | "unnamed"
  | "twice"
  | "amendmentGone"
  | "otherController"
  | "unknownController"
  | "manyControllers"
  | "cannotBe";

/** Planned outcome of a line, in the order of the file. */
export type PlannedContract = { line: ContractLine } & (
  | { becomes: "new"; controllerId: string }
  | { becomes: "changed"; id: string; version: number }
  | { becomes: "same" }
  /** `issue` is why the contract cannot be as the file says it, as its form would say. */
  | { becomes: "refused"; key: PlanRefusal; issue?: string }
);

type Known = {
  contracts: readonly ExistingContract[];
  /** Controllers that a contract may be made with. */
  controllers: readonly Client[];
  /** Client that a person said each other name to be. */
  chosen: ChosenClients;
  today: string;
};

/**
 * Compares a file with the register and writes nothing. A contract is matched by its reference alone and a
 * controller by its whole name, or as a person chose: identity is never guessed. A line equal to the stored contract changes
 * nothing.
 */
export function planContracts(lines: readonly ContractLine[], known: Known): PlannedContract[] {
  const existingByReference = new Map(known.contracts.map((contract) => [contract.reference, contract]));
  const clientOf = clientFinder(known.controllers, known.chosen);
  const times = new Map<string, number>();
  for (const { reference } of lines) times.set(reference, (times.get(reference) ?? 0) + 1);
  return lines.map((line) => {
    if (line.reference === "") return { line, becomes: "refused", key: "unnamed" };
    if (line.issues?.length) return { line, becomes: "refused", key: "cells" };
    if (entryOf(times, line.reference) > 1) return { line, becomes: "refused", key: "twice" };
    const issue = impossibility(line, known.today);
    if (issue) return { line, becomes: "refused", key: "cannotBe", issue };
    const status = existingByReference.get(line.reference);
    return status ? planExisting(line, status, known.chosen) : planNew(line, clientOf, known.controllers);
  });
}

function planExisting(line: ContractLine, status: ExistingContract, chosen: ChosenClients): PlannedContract {
  if (status.controller !== line.controller && chosen.get(line.controller) !== status.controllerId)
    return { line, becomes: "refused", key: "otherController" };
  // An older file does not know of it, and nothing that was agreed is lost by that.
  const isGone = status.content.amendments.some(
    ({ id }) => !line.content.amendments.some((amendment) => amendment.id === id),
  );
  if (isGone) return { line, becomes: "refused", key: "amendmentGone" };
  const { id, version } = status;
  const after = { ...line, instructors: mergedInstructors(status.instructors, line.instructors) };
  return hasSameContent(after, status)
    ? { line, becomes: "same" }
    : { line, becomes: "changed", id, version };
}

function planNew(
  line: ContractLine,
  clientOf: ReturnType<typeof clientFinder>,
  controllers: readonly Client[],
): PlannedContract {
  const controllerId = clientOf(line.controller);
  if (controllerId !== null) return { line, becomes: "new", controllerId };
  const isBorne = controllers.some(({ legalName }) => legalName === line.controller);
  return { line, becomes: "refused", key: isBorne ? "manyControllers" : "unknownController" };
}

/** Updates the named instructors and appends new ones; removes nobody. */
export function mergedInstructors<I extends Omit<Instructor, "id">>(
  status: readonly I[],
  stated: readonly Omit<Instructor, "id">[],
): (I | Omit<Instructor, "id">)[] {
  const isSame = (one: Omit<Instructor, "id">, other: Omit<Instructor, "id">) =>
    one.name === other.name && one.from === other.from;
  return [
    ...status.map((one) => ({ ...one, ...stated.find((other) => isSame(one, other)) })),
    ...stated.filter((one) => !status.some((other) => isSame(one, other))),
  ];
}

function hasSameContent(one: ContractLine, other: ContractLine): boolean {
  return text(one) === text(other);
}

/** Keys in one order, ids of instructors left out: they are this database's own. */
function text({ title, signedOn, effectiveOn, noticeGivenOn, endedOn, content, instructors }: ContractLine) {
  const people = instructors.map(({ name, capacity, email, power, from, until }) => [
    name,
    capacity,
    email,
    power,
    from,
    until,
  ]);
  return JSON.stringify(
    sorted([title, signedOn, effectiveOn, noticeGivenOn, endedOn, content, people.map(String).sort()]),
  );
}

/** A value by its keys in one order: a file may write them in another. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => [key, sorted(member)]);
}

/** Refuses a line that the form would refuse, with the form's reason; null where it is possible. */
function impossibility(line: ContractLine, today: string): string | null {
  const { content, instructors, effectiveOn, signedOn, noticeGivenOn, endedOn } = line;
  const issues = [
    termIssue(content.deed.term, effectiveOn),
    instrumentsIssue(content.deed.instruments, today),
    ...content.amendments.map(({ says }) => instrumentsIssue(says.instruments ?? {}, today)),
    ...content.amendments.map((amendment) => amendmentIssue(amendment, line, today)),
    ...instructors.map(instructorIssue),
  ];
  const found = issues.find((issue) => issue !== null);
  if (found) return found.key;
  if ([signedOn, noticeGivenOn, endedOn].some((day) => day !== null && day > today)) return "contract.future";
  return endedOn !== null && signedOn !== null && endedOn < signedOn ? "contract.endBeforeStart" : null;
}
