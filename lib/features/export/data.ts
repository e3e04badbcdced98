import { assess } from "@/lib/domain/processing-record/completeness";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import { todayIn } from "@/lib/domain/time/zones";
import { organisationFacts } from "@/lib/domain/organisation/facts";
import { findMeasureNames } from "@/lib/features/measure/data";
import { findOrganisation } from "@/lib/features/organisation/data";
import { controllerOf, findRecords } from "@/lib/features/processing-record/data";
import type { Ctx } from "@/lib/platform/context";
import { DamagedFileError } from "@/lib/platform/files/chunks";
import { readFile, type StoredFile } from "@/lib/platform/files/store";
import { log } from "@/lib/platform/log";
import type { Tx } from "@/lib/platform/transaction";
import type { RegisterExport } from "./register-export";
import type { ExportInput } from "./schema";

/** A register as it stands, whole or for one controller; null when that controller is not there. */
export async function findRegister(
  tx: Tx,
  ctx: Ctx,
  { register: capacity, controller }: Pick<ExportInput, "register" | "controller">,
): Promise<RegisterExport | null> {
  // The company's own register is nobody else's: no controller has a part of it.
  const controllerId = capacity === "processor" ? controller : "";
  const row = await findOrganisation(tx);
  const organisation = organisationFacts(row);
  const scope = await findScope(tx, controllerId);
  if (!scope) return null;
  const on = todayIn("Africa/Casablanca", ctx.now.getTime());
  const measures = await findMeasureNames(tx);
  const retiredMeasures = measures.filter(({ isRetired }) => isRetired);
  const records = await findRecords(tx, { capacity, ...(controllerId ? { controllerId } : {}) });
  return {
    capacity,
    organisation: { ...organisation, ice: row.ice },
    takenAt: ctx.now.toISOString(),
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

async function findScope(tx: Tx, controllerId: string): Promise<RegisterExport["scope"] | null> {
  if (!controllerId) return { kind: "whole" };
  const controller = await tx.controller.findFirst({
    where: { id: controllerId },
    select: { legalName: true },
  });
  return controller && { kind: "controller", name: controller.legalName };
}
