import { assess } from "@/lib/domain/processing-record/completeness";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import type { AsOf } from "@/lib/domain/time/as-of";
import { organisationFacts } from "@/lib/domain/organisation/facts";
import { findControllerNameAt } from "@/lib/features/controller/data";
import { findMeasureNames } from "@/lib/features/measure/data";
import { findOrganisationProfile } from "@/lib/features/organisation/data";
import { controllerOf, findRegisterRecords } from "@/lib/features/processing-record/data";
import type { Ctx } from "@/lib/platform/context";
import { DamagedFileError } from "@/lib/platform/files/chunks";
import { readFile, type StoredFile } from "@/lib/platform/files/store";
import { log } from "@/lib/platform/log";
import type { Tx } from "@/lib/platform/transaction";
import { dayOf, type RegisterExport } from "./register-export";
import type { ExportInput } from "./schema";

export { cellWriter } from "./csv/written-cells";

/**
 * A register as it stands or as it stood, whole or for one controller; null when that controller is not there. Before
 * the organisation began it holds nothing, under the name that came first.
 */
export async function findRegister(
  tx: Tx,
  ctx: Ctx,
  { register: capacity, controller }: Pick<ExportInput, "register" | "controller">,
  asOf: AsOf | null = null,
): Promise<RegisterExport | null> {
  // The company's own register is nobody else's: no controller has a part of it.
  const controllerId = capacity === "processor" ? controller : "";
  const at = asOf && new Date(asOf.endMs);
  const row = await findOrganisationProfile(tx, at);
  const organisation = organisationFacts(row);
  const scope = await findScope(tx, controllerId, at);
  if (!scope) return null;
  const takenAt = ctx.now.toISOString();
  const on = dayOf({ asOf, takenAt });
  const measures = await findMeasureNames(tx, at);
  const retiredMeasures = measures.filter(({ isRetired }) => isRetired);
  const records = await findRegisterRecords(tx, { capacity, ...(controllerId ? { controllerId } : {}) }, at);
  return {
    capacity,
    organisation: { ...organisation, ice: row.ice },
    asOf,
    takenAt,
    takenBy: "name" in ctx.actor ? ctx.actor.name : "",
    scope,
    isExample: (await tx.exampleRow.findFirst({ select: { noun: true } })) !== null,
    logo: row.logoId === null ? null : await readLogo(tx, row.logoId),
    records: records.map((record) => {
      const controller = controllerOf(record, organisation);
      return {
        reference: record.reference,
        state: record.state,
        stateSince: record.stateSince,
        version: record.version,
        updatedAt: record.updatedAt.toISOString(),
        controller,
        content: record.content,
        measures: measures.filter(({ id }) => record.content.measureIds.includes(id)).map(named),
        gaps: assess({ record, controller, organisation: { ...organisation, retiredMeasures }, on }),
      };
    }),
  };
}

function named({ reference, title, libraryCode }: NamedMeasure): NamedMeasure {
  return { reference, title, libraryCode };
}

/** A logo that is damaged is told to whoever runs Amana, and keeps no register from the authority that asks for it. */
async function readLogo(tx: Tx, id: string): Promise<StoredFile | null> {
  try {
    return await readFile(tx, id);
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    log.error({ err: error }, "a register is printed without its logo");
    return null;
  }
}

/** By the name that the controller bore on the day. One that was not yet there has no part, but is no stranger. */
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
