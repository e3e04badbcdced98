import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { readQuestion } from "@/lib/i18n/search-question";
import { can } from "@/lib/domain/nouns/policy";
import { assessContract } from "@/lib/domain/contract/completeness";
import { openCase } from "@/lib/domain/contract/contract-case";
import type { ContractTermsSection } from "@/lib/domain/contract/content";
import { clausesForController, isReadClause } from "@/lib/domain/contract/for-controller";
import { contractOn, termsBefore, effectOf, stateOn } from "@/lib/domain/contract/in-force";
import { eventsFrom } from "@/lib/domain/contract/lifecycle";
import { matrixRow } from "@/lib/domain/contract-import/matrix";
import { asTyped, sectionOf } from "@/lib/domain/contract/sections";
import { subProcessingOf } from "@/lib/domain/contract/sub-processing";
import { termOn } from "@/lib/domain/contract/term";
import { readAsOf } from "@/lib/domain/time/as-of";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { todayIn } from "@/lib/domain/time/zones";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import type { Search } from "@/lib/forms/list-query";
import { searchNoun } from "@/lib/platform/database/search";
import { pageOf } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { findNarrowedTo } from "@/lib/platform/read/of-controller";
import { readTogether } from "@/lib/platform/read/read-together";
import { refuseInPortal, requireContact, requireStaff } from "@/lib/platform/request/request-session";
import type { Tx } from "@/lib/platform/database/transaction";
import { findContractPageAt, findContractVersion, findPlacesAt } from "@/lib/features/contract/read/as-of";
import {
  findContract,
  findContracts,
  findFacts,
  findPlaces,
  findVersions,
  type ContractRow,
} from "@/lib/features/contract/read/queries";
import { findMoved } from "@/lib/features/contract/read/of-day";
import {
  contractQuerySchema,
  countContracts,
  findContractPage,
  type ContractQuery,
} from "@/lib/features/contract/read/list";
import { withInstants } from "@/lib/platform/versioned/history";

export type { ContractListRow } from "@/lib/features/contract/read/list";

export async function loadContracts(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = contractQuerySchema.parse(search);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const reading = readAsOf(query.on, today);
  const asOf = reading.ok ? reading.asOf : null;
  return readInScope(ctx.scope, async (tx) => {
    const { rows, counts } = asOf
      ? await findContractPageAt(tx, query, asOf)
      : await findPageNow(tx, query, today);
    return {
      ...pageOf(rows, ({ sortKey, id }) => [sortKey, id]),
      counts,
      query,
      today,
      asOf,
      narrowedTo: await findNarrowedTo(tx, query),
      onRefused: reading.ok ? null : reading.key,
      mayWrite: can(ctx.actor, "contract.write"),
    };
  });
}

async function findPageNow(tx: Tx, query: ContractQuery, today: string) {
  const found = await readTogether({
    ids: searchNoun(tx, "contract", await readQuestion(query.q)),
    moved: findMoved(tx, today),
  });
  const read = { today, ...found };
  return readTogether({
    rows: findContractPage(tx, query, read),
    counts: countContracts(tx, read, query.controller),
  });
}

/** Cached per request. */
export const loadContract = cache(async (slug: string, id: string, on = "") => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const { contract, ...beside } = await readTogether({
      contract: findContract(tx, id),
      versions: findVersions(tx, id),
      facts: findFacts(tx, id),
      organisation: findPlaces(tx),
    });
    return contract && { contract, ...beside };
  });
  if (!found) notFound();
  const { contract, organisation } = found;
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const day = isCalendarDay(on) ? on : today;
  return {
    ...describeContract(contract, organisation, day),
    versions: found.versions.map(({ recordedAt, snapshot: _snapshot, ...version }) => ({
      ...version,
      at: recordedAt.getTime(),
    })),
    facts: withInstants(found.facts),
    events: eventsFrom(contract, today),
    today,
    /** Null for today. */
    asked: day === today ? null : day,
    isAskedWrongly: on !== "" && !isCalendarDay(on),
    may: {
      write: can(ctx.actor, "contract.write"),
      move: can(ctx.actor, "contract.move"),
    },
  };
});

export async function loadPortalContracts(contactId: string) {
  const ctx = await requireContact(contactId);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const contracts = await readInScope(ctx.scope, (tx) => findContracts(tx));
  return contracts.map((contract) => ({
    id: contract.id,
    reference: contract.reference,
    title: contract.title,
    state: stateOn(contract, today),
    term: termOn(contract, today),
  }));
}

/** Hides gaps, which concern the processor. Cached per request. */
export const loadPortalContract = cache(async (contactId: string, id: string) => {
  const ctx = await requireContact(contactId);
  if (!z.uuid().safeParse(id).success) return refuseInPortal(ctx, "contract", id);
  const { contract, organisation } = await readInScope(ctx.scope, (tx) =>
    readTogether({ contract: findContract(tx, id), organisation: findPlaces(tx) }),
  );
  if (!contract) return refuseInPortal(ctx, "contract", id);
  const { isDisputed } = await recordPageAccess(ctx, { noun: "contract", id, label: contract.reference });
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const { contractTerms, clausesAsked, ...described } = describeContract(contract, organisation, today);
  return {
    ...described,
    isDisputed,
    contractTerms: { ...contractTerms, clauses: clausesForController(contractTerms) },
    clausesAsked: clausesAsked.filter((clause) => isReadClause(contractTerms, clause)),
    gaps: [],
    asked: null,
    may: { write: false, move: false },
  };
});

/** Assessed by the law of the day it was recorded. */
export const loadContractVersion = cache(async (slug: string, id: string, number: string) => {
  const ctx = await requireStaff(slug);
  const version = z.coerce.number().int().positive().max(2_147_483_647).safeParse(number);
  if (!z.uuid().safeParse(id).success || !version.success) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const stored = await findContractVersion(tx, id, version.data);
    return stored && { ...stored, organisation: await findPlacesAt(tx, stored.recordedAt) };
  });
  if (!found) notFound();
  const { row, organisation, recordedAt, authorName, change } = found;
  const day = todayIn("Africa/Casablanca", recordedAt.getTime());
  return {
    ...describeContract(row, organisation, day),
    recorded: { at: recordedAt.getTime(), authorName, change },
    asked: day,
    may: { write: false, move: false },
  };
});

function describeContract(
  contract: ContractRow,
  organisation: Awaited<ReturnType<typeof findPlaces>>,
  on: string,
) {
  const { content, controller, ...row } = contract;
  return {
    contract: { ...row, controller: { id: controller.id, legalName: controller.legalName } },
    ...describeDay({ contract, instructors: contract.instructors, organisation, on }),
    amendments: content.amendments.map((amendment) => ({
      ...amendment,
      effect: effectOf(amendment),
      stood: termsBefore(contract, amendment.id),
    })),
  };
}

function describeDay(assessment: Parameters<typeof openCase>[0]) {
  const { contract, on } = assessment;
  const { amendments } = contractOn(contract, on);
  const { contractTerms, asked } = openCase(assessment);
  return {
    day: on,
    state: stateOn(contract, on),
    term: termOn(contract, on),
    contractTerms,
    subProcessing: subProcessingOf(contractTerms, on),
    inForce: amendments,
    /** Ids of the requested clauses, in order. */
    clausesAsked: [...asked],
    gaps: assessContract(assessment),
  };
}

export async function loadSection(
  slug: string,
  id: string,
  section: ContractTermsSection,
  amendment: string | null,
) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const contract = await readInScope(ctx.scope, (tx) => findContract(tx, id));
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

export async function loadContractGate(slug: string) {
  const ctx = await requireStaff(slug);
  const controllers = await readInScope(ctx.scope, (tx) =>
    tx.controller.findMany({
      where: { archivedAt: null },
      orderBy: { legalName: "asc" },
      select: { id: true, legalName: true },
    }),
  );
  return { controllers, mayWrite: can(ctx.actor, "contract.write") };
}

/** Limit of rows; beyond it the matrix suggests an export. */
const MOST_ROWS = 200;

/** Excludes ended contracts. */
export async function loadContractMatrix(slug: string) {
  const ctx = await requireStaff(slug);
  const on = todayIn("Africa/Casablanca", ctx.now.getTime());
  const found = await readInScope(ctx.scope, (tx) =>
    readTogether({
      contracts: findContracts(tx, { state: { not: "ended" } }, MOST_ROWS + 1),
      organisation: findPlaces(tx),
    }),
  );
  const isTooMany = found.contracts.length > MOST_ROWS;
  const rows = found.contracts.slice(0, MOST_ROWS).map((contract) => ({
    id: contract.id,
    reference: contract.reference,
    controller: contract.controller.legalName,
    state: stateOn(contract, on),
    cells: matrixRow({
      contract,
      instructors: contract.instructors,
      organisation: found.organisation,
      on,
    }),
  }));
  return { rows, isTooMany };
}
