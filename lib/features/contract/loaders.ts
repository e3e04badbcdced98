import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/access/policy";
import { assessContract } from "@/lib/domain/contract/completeness";
import { openCase } from "@/lib/domain/contract/contract-case";
import type { DeedSection } from "@/lib/domain/contract/content";
import { contractOn, deedBefore, effectOf, stateOn } from "@/lib/domain/contract/in-force";
import { eventsFrom } from "@/lib/domain/contract/lifecycle";
import { matrixRow } from "@/lib/domain/contract/matrix";
import { asTyped, sectionOf } from "@/lib/domain/contract/sections";
import { termOn } from "@/lib/domain/contract/term";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { todayIn } from "@/lib/domain/time/zones";
import { requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findContract, findContracts, findFacts, findPlaces, findVersions } from "./data";
import { contractQuerySchema, countViews, findContractPage, findSaid, PAGE_SIZE } from "./query";

export type { ContractListRow } from "./query";

type Search = Record<string, string | string[] | undefined>;

/** One page of contracts with how many each view holds. */
export async function loadContracts(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = contractQuerySchema.parse(search);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  return withOrg(ctx.scope, async (tx) => {
    const read = { today, ids: await findSaid(tx, query.q) };
    const rows = await findContractPage(tx, query, read);
    const last = rows[PAGE_SIZE - 1];
    return {
      rows: rows.slice(0, PAGE_SIZE),
      counts: await countViews(tx, read),
      query,
      today,
      next: rows.length > PAGE_SIZE && last ? `${last.sortKey}\u0001${last.id}` : null,
      mayWrite: can(ctx.actor, "contract.write"),
    };
  });
}

/** A contract as it holds on a day, its gaps by the law of that day, its history. Read once a request. */
export const loadContract = cache(async (slug: string, id: string, on = "") => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await withOrg(ctx.scope, async (tx) => {
    const contract = await findContract(tx, id);
    if (!contract) return null;
    const [versions, facts] = [await findVersions(tx, id), await findFacts(tx, id)];
    return { contract, versions, facts, organisation: await findPlaces(tx) };
  });
  if (!found) notFound();
  const { contract, organisation } = found;
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const day = isCalendarDay(on) ? on : today;
  const assessment = { contract, instructors: contract.instructors, organisation, on: day };
  const { content, controller, ...row } = contract;
  return {
    contract: { ...row, controller: { id: controller.id, legalName: controller.legalName } },
    ...describeDay(assessment),
    amendments: content.amendments.map((amendment) => ({
      ...amendment,
      effect: effectOf(amendment),
      stood: deedBefore(contract, amendment.id),
    })),
    versions: found.versions.map(({ recordedAt, snapshot: _snapshot, ...version }) => ({
      ...version,
      at: recordedAt.getTime(),
    })),
    facts: found.facts.map(({ recordedAt, ...fact }) => ({ ...fact, at: recordedAt.getTime() })),
    events: eventsFrom(contract, today),
    today,
    /** The day that was asked for, when it is not today. */
    asked: day === today ? null : day,
    isAskedWrongly: on !== "" && !isCalendarDay(on),
    may: {
      write: can(ctx.actor, "contract.write"),
      move: can(ctx.actor, "contract.move"),
    },
  };
});

function describeDay(assessment: Parameters<typeof openCase>[0]) {
  const { contract, on } = assessment;
  const { amendments } = contractOn(contract, on);
  const { deed, asked } = openCase(assessment);
  return {
    day: on,
    state: stateOn(contract, on),
    term: termOn(contract, on),
    deed,
    inForce: amendments,
    /** Ids of the clauses that are asked for, in their order. */
    clausesAsked: [...asked],
    gaps: assessContract(assessment),
  };
}

/** What a section's form begins with, as first signed or as an amendment says it. */
export async function loadSection(slug: string, id: string, section: DeedSection, amendment: string | null) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const contract = await withOrg(ctx.scope, (tx) => findContract(tx, id));
  const written = contract && sectionOf(contract, section, amendment);
  if (!written) notFound();
  return {
    id,
    reference: contract.reference,
    version: contract.version,
    values: asTyped(written),
    amendment: contract.content.amendments.find((one) => one.id === amendment)?.title ?? null,
    mayWrite: can(ctx.actor, "contract.write"),
  };
}

/** For the form of a new contract: with whom it may be made. */
export async function loadContractGate(slug: string) {
  const ctx = await requireStaff(slug);
  const controllers = await withOrg(ctx.scope, (tx) =>
    tx.controller.findMany({
      where: { archivedAt: null },
      orderBy: { legalName: "asc" },
      select: { id: true, legalName: true },
    }),
  );
  return { controllers, mayWrite: can(ctx.actor, "contract.write") };
}

/** The contracts of one controller, for its page. */
export async function loadControllerContracts(slug: string, controllerId: string) {
  const ctx = await requireStaff(slug);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const rows = await withOrg(ctx.scope, (tx) =>
    tx.contract.findMany({
      where: { controllerId },
      orderBy: { reference: "asc" },
      take: 100,
      select: {
        id: true,
        reference: true,
        title: true,
        state: true,
        endsOn: true,
        renews: true,
        deadlineOn: true,
        requiredGaps: true,
        gapCodes: true,
      },
    }),
  );
  return { rows, today };
}

/** More rows than one screen can be read by; past it the matrix says how to see them all. */
const MOST_ROWS = 200;

/** Every contract that is not ended against every clause, by its controller. */
export async function loadContractMatrix(slug: string) {
  const ctx = await requireStaff(slug);
  const on = todayIn("Africa/Casablanca", ctx.now.getTime());
  const found = await withOrg(ctx.scope, async (tx) => ({
    contracts: await findContracts(tx, { state: { not: "ended" } }, MOST_ROWS + 1),
    organisation: await findPlaces(tx),
  }));
  const isTooMany = found.contracts.length > MOST_ROWS;
  const rows = found.contracts.slice(0, MOST_ROWS).map((contract) => ({
    id: contract.id,
    reference: contract.reference,
    controller: contract.controller.legalName,
    cells: matrixRow({
      contract,
      instructors: contract.instructors,
      organisation: found.organisation,
      on,
    }),
  }));
  return { rows, isTooMany };
}
