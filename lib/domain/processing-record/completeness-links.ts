import { onlyOf } from "@/lib/domain/invariant/required";
import { placesOf } from "@/lib/domain/organisation/places";
import { isInEea } from "@/lib/domain/statute/eea";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import { isMeaningful, quote, type Case, type Rule } from "./completeness-case";
import type { Destination } from "./content";
import { holdsReference, namesReference } from "./contract-words";
import { contractsOf, NO_LINKS, transfersOf, type LinkedContract, type LinkedTransfer } from "./links";
import { transfersTo, unrecordedDestinations } from "./unrecorded";

type LinkRule = Pick<Rule, "id" | "article" | "field" | "params"> & { isBroken: (it: Case) => boolean };

/** Compared only where the rows of the controller are known, and no longer once the entry has ended. */
function compared({ isBroken, ...rule }: LinkRule): Rule {
  return {
    ...rule,
    code: "ADV-link",
    level: "advisable",
    applies: ({ links, record }) => links !== undefined && record.state !== "ended",
    isMet: (it) => !isBroken(it),
  };
}

/**
 * Compares an entry with the contract and transfers of its controller. The linked row is read in place of the
 * words; a difference is reported, since one of the two is wrong.
 */
export const LINK_ADVICE: readonly Rule[] = [
  compared({
    id: "ADV-link.contract",
    article: "28(3)",
    field: "contractReference",
    isBroken: namesAnotherContract,
    params: (it) => ({
      text: quote(it.record.content.contractReference),
      references: referencesOf(counterparts(it)),
    }),
  }),
  compared({
    id: "ADV-link.country",
    article: "30(2)(c)",
    field: "destinations",
    isBroken: (it) => otherwise(it, namesAnotherCountry).length > 0,
    params: (it) => ({ references: referencesOf(otherwise(it, namesAnotherCountry)) }),
  }),
  compared({
    id: "ADV-link.tool",
    article: "44, 46",
    field: "destinations",
    isBroken: (it) => otherwise(it, namesAnotherTool).length > 0,
    params: (it) => ({ references: referencesOf(otherwise(it, namesAnotherTool)) }),
  }),
  compared({
    id: "ADV-link.days",
    article: "46",
    field: "destinations",
    isBroken: (it) => otherwise(it, namesAnotherDay).length > 0,
    params: (it) => ({ references: referencesOf(otherwise(it, namesAnotherDay)) }),
  }),
  compared({
    id: "ADV-link.clauses",
    article: "46(2)(c)",
    field: "destinations",
    isBroken: (it) => ownClauses(it).length > 0 && isWithoutClauses(counterparts(it)),
    params: (it) => ({ references: referencesOf(counterparts(it)) }),
  }),
  compared({
    id: "ADV-link.clauses-day",
    article: "46(2)(c)",
    field: "destinations",
    isBroken: (it) => otherClauses(it).length > 0,
    params: (it) => ({ references: referencesOf(otherClauses(it)) }),
  }),
  compared({
    id: "ADV-link.denied",
    article: "30(2)(c)",
    field: "transferAnswer",
    isBroken: (it) => it.content.transferAnswer === "no" && deniedBy(it).length > 0,
    params: (it) => ({ references: referencesOf(deniedBy(it)) }),
  }),
  compared({
    id: "ADV-link.unrecorded",
    article: "30(2)(c)",
    field: "destinations",
    isBroken: (it) => it.content.transferAnswer === "yes" && unrecorded(it).length > 0,
    params: (it) => ({ countries: unrecorded(it).join("|") }),
  }),
  compared({
    id: "ADV-link.stopped",
    article: "44",
    field: "destinations",
    isBroken: (it) => stopped(it).length > 0,
    params: (it) => ({ references: referencesOf(stopped(it)) }),
  }),
];

/** The contracts that it names by their rows; without one, the only contract of its controller that binds or is to. */
function counterparts({ record, links = NO_LINKS }: Case): LinkedContract[] {
  if (record.content.contractIds.length > 0) return contractsOf(record.content, links);
  const status = links.contracts.filter(({ state }) => state !== "ended");
  return status.length === 1 ? status : [];
}

/** Words that name nothing of the shape of a reference are not compared: "contrat de prestation". */
function namesAnotherContract(it: Case): boolean {
  const { contractReference: words, contractIds } = it.record.content;
  const rows = counterparts(it);
  if (rows.length === 0 || !isMeaningful(words)) return false;
  if (rows.some(({ reference }) => namesReference(words, reference))) return false;
  return contractIds.length > 0 || holdsReference(words);
}

type Compare = (stated: Destination, row: LinkedTransfer) => boolean;

/** The transfers whose destinations say something else: by the row named, or by the only one to that country. */
function otherwise(it: Case, isOther: Compare): LinkedTransfer[] {
  return it.record.content.destinations.flatMap((stated) => {
    const row = counterpart(stated, it);
    return row && isOther(stated, row) ? [row] : [];
  });
}

function counterpart(stated: Destination, it: Case): LinkedTransfer | null {
  const { transfers } = it.links ?? NO_LINKS;
  if (stated.transferId !== null) return transfers.find(({ id }) => id === stated.transferId) ?? null;
  const there = transfersTo(stated, linkFindings(it)).filter(({ isOfSeveral }) => !isOfSeveral);
  return onlyOf(there);
}

function namesAnotherCountry(stated: Destination, row: LinkedTransfer): boolean {
  return stated.country !== null && row.country !== null && stated.country !== row.country;
}

/** Two words for one tool are no contradiction: "CCT" without a number, the clauses of 2010. */
function namesAnotherTool({ instrument, sccModule }: Destination, { tool, module }: LinkedTransfer): boolean {
  if (instrument === null || tool === null) return false;
  if (instrument === "scc-unspecified") return !tool.startsWith("scc-");
  if (instrument === "other") return false;
  return instrument !== tool || (sccModule !== null && module !== null && sccModule !== module);
}

function namesAnotherDay({ signedOn, assessedOn }: Destination, row: LinkedTransfer): boolean {
  return isOtherDay(signedOn, row.signedOn) || isOtherDay(assessedOn, row.assessedOn);
}

/** "2024-03" is the same as any day of that month. */
function isOtherDay(stated: PartialDate | null, day: string | null): boolean {
  return stated !== null && day !== null && !day.startsWith(stated.value);
}

/** Destinations at the organisation's own places that rest on the clauses, as the rows say them. */
function ownClauses({ content, organisation, on }: Case): Destination[] {
  if (content.transferAnswer !== "yes") return [];
  const places = placesOf(organisation);
  return content.destinations.filter(
    ({ country, instrument }) =>
      instrument === "scc-2021-914" && country !== null && places.includes(country) && !isInEea(country, on),
  );
}

function isWithoutClauses(contracts: readonly LinkedContract[]): boolean {
  const read = contracts.filter(({ state }) => state !== "draft");
  return read.length > 0 && read.every(({ hasClauses }) => !hasClauses);
}

/** Contracts that hold the clauses, signed on another day than every destination says. */
function otherClauses(it: Case): LinkedContract[] {
  const stated = ownClauses(it).flatMap(({ signedOn }) => signedOn ?? []);
  if (stated.length === 0) return [];
  return counterparts(it).filter(
    ({ hasClauses, clausesSignedOn }) =>
      hasClauses && clausesSignedOn !== null && stated.every((day) => isOtherDay(day, clausesSignedOn)),
  );
}

/**
 * Transfers that an entry with the answer "no transfer" names nevertheless, or that its controller sends to
 * the organisation.
 */
function deniedBy({ record, links = NO_LINKS, on }: Case): LinkedTransfer[] {
  const named = transfersOf(record.content, links);
  const running = links.transfers.filter(
    ({ flow, state, country }) =>
      flow === "to-organisation" && state === "running" && country !== null && !isInEea(country, on),
  );
  return [...new Set([...named, ...running])];
}

/** Countries that it names in words, to which no transfer of its controller goes on. */
function unrecorded(it: Case): string[] {
  const stated = unrecordedDestinations(it.record.content, linkFindings(it));
  return [...new Set(stated.flatMap(({ country }) => country ?? []))];
}

function linkFindings({ links = NO_LINKS, organisation, on }: Case) {
  return { links, organisation, on };
}

function stopped({ record, links = NO_LINKS }: Case): LinkedTransfer[] {
  return transfersOf(record.content, links).filter(({ state }) => state !== "running");
}

function referencesOf(rows: readonly { reference: string }[]): string {
  return [...new Set(rows.map(({ reference }) => reference))].join(", ");
}
