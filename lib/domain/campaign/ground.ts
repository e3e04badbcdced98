import { contractOn } from "@/lib/domain/contract/in-force";
import type { Contract } from "@/lib/domain/contract/types";
import {
  type ExecutionRefusal,
  executionRefusals,
  type OverridableRefusal,
  refusalsSetAside,
  standingRefusals,
} from "@/lib/domain/instruction/naming";
import type { DatedInstruction } from "@/lib/domain/instruction/types";
import { consentAnniversary } from "@/lib/domain/telephone-prospecting/consent";
import type { Consent } from "@/lib/domain/telephone-prospecting/facts";
import { zonesOf, type Territory } from "@/lib/domain/telephone-prospecting/territories";
import { lastReliedDay, type Tightening } from "@/lib/domain/telephone-prospecting/tightening";
import type { Zone } from "@/lib/domain/time/zones";
import type { NamedScript } from "./judge-script";

/** Consents of one collection that were given and end alike, of persons whom nothing stopped; `until` is null where no end was stated. */
export type HeldConsents = { collectionId: string; givenAt: number; until: string | null; count: number };

/** Collection of consents; `isWhole` where some file of it holds each person of the list. */
export type CollectedConsents = { id: string; items: Consent["items"]; isWhole: boolean };

/** Rows that a campaign rests on, as they are stored. */
export type CampaignGround = {
  instruction: DatedInstruction | null;
  /** All of its controller: one may supersede it. */
  instructions: readonly DatedInstruction[];
  contracts: readonly Contract[];
  consents: readonly HeldConsents[];
  collections: readonly CollectedConsents[];
  /** Days on which the list was scrubbed. */
  scrubs: readonly string[];
  /** Null while nobody has named one. */
  script: NamedScript | null;
  /** True where the organisation has a name and a way to be reached, which the beginning of a call states, L221-16. */
  isIdentified: boolean;
};

/** Part of the rows that says whether a campaign may go on at all, whomever it calls. */
export type OwnGround = Omit<CampaignGround, "consents" | "scrubs">;

export type GroundReason =
  | "instruction-none"
  | "instruction-unaccepted"
  // Its author's address is not proven.
  | "instruction-unproven"
  | "instruction-to-come"
  | "instruction-ended"
  // Nobody stated what it is about, or it is not about calls.
  | "instruction-unsaid"
  | "instruction-other"
  // Not examined, and executed on a written reason.
  | "instruction-overridden"
  // Not known to be about calls, and executed on a written reason.
  | "instruction-unsaid-overridden"
  | "contract-none"
  | "contract-ended";

const INSTRUCTION_LACKS: Record<ExecutionRefusal, GroundReason> = {
  Unreceived: "instruction-unaccepted",
  Unexamined: "instruction-unaccepted",
  Contested: "instruction-unaccepted",
  Unwritten: "instruction-unaccepted",
  Unproven: "instruction-unproven",
  Ended: "instruction-ended",
  ToCome: "instruction-to-come",
  KindUnsaid: "instruction-unsaid",
  OtherKind: "instruction-other",
};

const SET_ASIDE: Record<OverridableRefusal, GroundReason> = {
  Unexamined: "instruction-overridden",
  KindUnsaid: "instruction-unsaid-overridden",
};

/**
 * Finds every reason for which a campaign has no ground on a day, 28(3) and 28(3)(a), or has it in doubt. `writtenReason`: why an
 * instruction is executed that the processor did not examine, or whose subject nobody stated.
 */
export function lackingGroundOn(ground: OwnGround, day: string, writtenReason: string): GroundReason[] {
  const contract = contractLack(ground, day);
  return [...instructionLacks(ground, day, writtenReason), ...(contract === null ? [] : [contract])];
}

function instructionLacks(
  { instruction, instructions }: OwnGround,
  day: string,
  writtenReason: string,
): GroundReason[] {
  if (!instruction) return ["instruction-none"];
  const refusals = executionRefusals(instruction, { use: "campaign", day, all: instructions });
  const lacks = [
    ...standingRefusals(refusals, writtenReason).map((refusal) => INSTRUCTION_LACKS[refusal]),
    ...refusalsSetAside(refusals, writtenReason).map((refusal) => SET_ASIDE[refusal]),
  ];
  return [...new Set(lacks)];
}

function contractLack({ contracts }: OwnGround, day: string): GroundReason | null {
  const states = contracts.map((contract) => contractOn(contract, day).state);
  if (states.includes("in-force")) return null;
  return states.some((state) => state === "expired" || state === "ended")
    ? "contract-ended"
    : "contract-none";
}

type Asked = { at: number; day: string; territory: Territory; house: Tightening };

/**
 * Consents that stand for the calls of a day, one of each collection: the one on which the house relies longest, and of
 * those the one that ends last; one without a stated end, which leaves a doubt, where no other does. Persons whose consent
 * has ended are not called.
 */
export function consentsOn(ground: CampaignGround, { at, day, territory, house }: Asked): Consent[] {
  const zones = zonesOf([territory]);
  const relied = (held: HeldConsents) =>
    zones.map((zone) => lastReliedDay(house, zone, { ...held, until: endOf(zone, held) })).sort()[0] ?? "";
  const isHeld = (held: HeldConsents) => held.givenAt <= at && zones.some((zone) => day <= endOf(zone, held));
  return ground.collections.flatMap(({ id, items }) => {
    const [last] = ground.consents
      .filter((held) => held.collectionId === id && isHeld(held))
      .toSorted(
        (a, b) =>
          Number(a.until === null) - Number(b.until === null) ||
          compare(relied(b), relied(a)) ||
          compare(b.until ?? "", a.until ?? "") ||
          b.givenAt - a.givenAt,
      );
    if (!last) return [];
    return [
      { givenAt: last.givenAt, until: last.until, withdrawnAt: "never" as const, items, hasProof: true },
    ];
  });
}

/** Last day on one reading: the stated one, or a year from the consent, R223-1. */
function endOf(zone: Zone, { givenAt, until }: HeldConsents): string {
  return until ?? consentAnniversary(zone, givenAt);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
