import type { ControllerFacts } from "@/lib/domain/controller/types";
import { entryOf } from "@/lib/domain/invariant/required";
import { assess } from "@/lib/domain/processing-record/completeness";
import { GIVEN_STATES } from "@/lib/domain/processing-record/for-controller";
import type { RecordState } from "@/lib/domain/processing-record/types";
import { contractsOf, transfersOf } from "@/lib/domain/processing-record/links";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import { asController } from "@/lib/domain/organisation/as-controller";
import type { AsOf } from "@/lib/domain/time/as-of";
import { organisationFacts } from "@/lib/domain/organisation/facts";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { findControllerNameAt } from "@/lib/features/controller/read/queries";
import { findMeasureNames } from "@/lib/features/measure/read/queries";
import { findOrganisationProfile } from "@/lib/features/organisation/read/queries";
import {
  findProcedures,
  findRegisterEntries,
  findRegisterLinks,
  findRegisterParties,
  findRegisterStatuses,
  type RegisterEntry,
} from "@/lib/features/processing-record/read/queries";
import { linkedProcedure } from "@/lib/domain/processing-record/young";
import type { Ctx } from "@/lib/platform/request/context";
import { DamagedFileError } from "@/lib/platform/files/chunks";
import { readFile, type StoredFile } from "@/lib/platform/files/store";
import { log } from "@/lib/platform/log/log";
import { findSeatZone } from "@/lib/platform/controller-zone";
import { findMergedAt } from "@/lib/platform/merged-at";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";
import { dayOf, type ExportedRecord, type RegisterExport } from "./register-export";
import type { ExportInput } from "@/lib/features/export/schema";
import { orderRecords } from "@/lib/features/export/print/volumes";

export { contentHasher, listHasher } from "@/lib/features/export/print/content-hash";
export { cellWriter } from "@/lib/features/export/print/csv/written-cells";

export type OpenedRegister = {
  head: Omit<RegisterExport, "records" | "disputed">;
  /** Single controller of the register, "" for a whole one. */
  controllerId: string;
  /** Controller with those merged into it; empty for a whole register. */
  controllerIds: readonly string[];
  /** True for an extract taken by the controller itself. */
  isOwnExtract: boolean;
  /** Instant as of which it is read; null for now. */
  at: Date | null;
  measures: Awaited<ReturnType<typeof findMeasureNames>>;
  /** Ids in the register's order. */
  ids: string[];
  /** Reads entries in the given order. */
  read: (ids: readonly string[]) => Promise<RegisterEntry[]>;
  /** Combines an entry with its controller, measures and gaps. */
  describe: (entry: RegisterEntry, content: RecordContent) => ExportedRecord;
};

/** `madeFor`: a job makes it for a person who asked, perhaps to hand it to a controller as that controller's extract. */
export type RegisterChoice = Pick<ExportInput, "register" | "controller" | "contents"> & {
  madeFor?: { isController: boolean; takenBy: string };
};

/**
 * Opens a register, current or past, whole or for one controller; null where that controller is missing. Before its
 * beginning it is empty. Entries are read lazily within the transaction.
 */
export async function openRegister(
  tx: Tx,
  ctx: Ctx,
  { register: capacity, controller, contents, madeFor }: RegisterChoice,
  asOf: AsOf | null = null,
): Promise<OpenedRegister | null> {
  // Own entries have no controller.
  const controllerId = capacity === "processor" ? controller : "";
  const ownId = ctx.actor.kind === "controller-contact" ? ctx.actor.controllerId : null;
  if (ownId !== null && controllerId !== ownId) return null;
  const isOwnExtract = ownId !== null || madeFor?.isController === true;
  // An export as kept, a dossier and a grant leave the organisation: they hold no draft.
  const isGiven = contents === "as-kept" || ownId !== null || madeFor !== undefined;
  // Findings of the organisation are not disclosed to controllers.
  const holdsFindings = contents === "with-findings" && !isOwnExtract;
  const at = asOf && new Date(asOf.endMs);
  const row = await findOrganisationProfile(tx, at);
  const organisation = organisationFacts(row);
  const scope = await findScope(tx, controllerId, at);
  if (!scope) return null;
  const takenAt = ctx.now.toISOString();
  const on = dayOf({ asOf, takenAt });
  const measures = await findMeasureNames(tx, at);
  const procedures = await findProcedures(tx, at);
  const assessing = {
    organisation: {
      ...organisation,
      retiredMeasures: measures.filter(({ isRetired }) => isRetired),
      procedures,
    },
    on,
  };
  const self = asController(organisation);
  const parties =
    capacity === "processor" ? await findRegisterParties(tx, at) : new Map<string, ControllerFacts>();
  const controllerOf = (id: string | null) => parties.get(id ?? "") ?? self;
  const statusesOf = await findRegisterStatuses(tx, { now: ctx.now, at });
  const linksOf = await findRegisterLinks(tx, { now: ctx.now, at });
  const choice = {
    capacity,
    ...(controllerId ? { controllerId } : {}),
    ...(isGiven ? { state: { in: [...GIVEN_STATES] } } : {}),
  };
  return {
    head: {
      capacity,
      organisation: { ...organisation, ice: row.ice },
      asOf,
      takenAt,
      takenBy: madeFor?.takenBy ?? ("name" in ctx.actor ? ctx.actor.name : ""),
      scope,
      ...(controllerId && { zone: await findSeatZone(tx, controllerId) }),
      holdsFindings,
      isExample: (await tx.exampleRow.findFirst({ select: { noun: true } })) !== null,
      logo: row.logoId === null ? null : await readLogo(tx, row.logoId),
    },
    controllerId,
    controllerIds: controllerId ? await findJoined(tx, ctx, { controllerId, at }) : [],
    isOwnExtract,
    at,
    measures,
    ids: orderRecords(
      (await findPlaces(tx, choice, at)).map(({ controllerId: id, ...entry }) => ({
        ...entry,
        controller: controllerOf(id),
      })),
    ).map(({ id }) => id),
    read: async (ids) => {
      const byId = new Map((await findRegisterEntries(tx, ids, at)).map((entry) => [entry.id, entry]));
      return ids.map((id) => entryOf(byId, id));
    },
    describe: ({ reference, state, stateSince, version, updatedAt, controllerId: id }, content) => {
      const controller = controllerOf(id);
      const record = { reference, state, capacity, content };
      const statuses = statusesOf({ controllerId: id, content });
      const links = linksOf({ controllerId: id });
      return {
        reference,
        state,
        stateSince,
        version,
        updatedAt: updatedAt.toISOString(),
        controller,
        content,
        measures: measures.filter((measure) => content.measureIds.includes(measure.id)).map(named),
        subProcessors: statuses.map(({ id, reference, name }) => ({ id, reference, name })),
        contracts: contractsOf(content, links),
        transfers: transfersOf(content, links),
        procedure: linkedProcedure(content, procedures),
        gaps: holdsFindings
          ? assess({ record, controller, subProcessors: statuses, links, ...assessing })
          : [],
      };
    },
  };
}

type Choice = {
  capacity: ExportInput["register"];
  controllerId?: string;
  state?: { in: RecordState[] };
};

/** Selects sort keys alone, which is cheaper than one page of documents. */
async function findPlaces(tx: Tx, { controllerId, ...capacity }: Choice, at: Date | null) {
  const choice = { ...capacity, ...(controllerId && { controllerId }) };
  if (!at)
    return tx.processingRecord.findMany({
      where: choice,
      select: { id: true, reference: true, controllerId: true },
    });
  const versions = await tx.recordVersion.findMany({
    where: {
      ...versionsAt(at),
      ...choice,
      ...(controllerId && { controllerId: { in: await groupAt(tx, controllerId, at) } }),
    },
    select: { recordId: true, reference: true, controllerId: true },
  });
  return versions.map(({ recordId, ...entry }) => ({ id: recordId, ...entry }));
}

/** A portal cannot read merges, only rows of its controller. */
async function findJoined(
  tx: Tx,
  { scope, now }: Ctx,
  { controllerId, at }: { controllerId: string; at: Date | null },
) {
  const joined = scope.controllerIds ?? (await groupAt(tx, controllerId, at ?? now));
  return [...new Set([controllerId, ...joined])];
}

/** Controller and those merged into it at an instant. */
async function groupAt(tx: Tx, controllerId: string, at: Date): Promise<string[]> {
  const merged = [...(await findMergedAt(tx, at))].filter(([, intoId]) => intoId === controllerId);
  return [controllerId, ...merged.map(([id]) => id)];
}

function named({ reference, title, libraryCode }: NamedMeasure): NamedMeasure {
  return { reference, title, libraryCode };
}

/** Logs a damaged logo instead of failing, because a register is owed to the authority. */
async function readLogo(tx: Tx, id: string): Promise<StoredFile | null> {
  try {
    return await readFile(tx, id);
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    log.error({ err: error }, "a register is printed without its logo");
    return null;
  }
}

/** Uses the name of that day. A controller created later has an empty register. */
async function findScope(
  tx: Tx,
  controllerId: string,
  at: Date | null,
): Promise<RegisterExport["scope"] | null> {
  if (!controllerId) return { kind: "whole" };
  const controller = await tx.controller.findFirst({
    where: { id: controllerId },
    select: { legalName: true },
  });
  if (!controller) return null;
  const name = (at && (await findControllerNameAt(tx, controllerId, at))) ?? controller.legalName;
  return { kind: "controller", name };
}
