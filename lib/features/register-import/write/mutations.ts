import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { lockTable } from "@/lib/platform/versioned/numbering";
import { lockRegister } from "@/lib/features/processing-record/write/rows";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findOccupied } from "@/lib/features/register-import/read/queries";
import { type OpenedRegister, openRegister } from "@/lib/features/register-import/read/open-register";
import { writeControllerHistories, writeMeasureHistories } from "./write-parties";
import { writeRecordHistories } from "./write-records";

export type ImportCounts = { records: number; versions: number; controllers: number; measures: number };

const LIMITS = { timeoutMs: 300_000 };

/**
 * Imports an exported register into an empty one: same entries, versions, states, dates and references, authors by
 * name, new ids.
 */
export async function importRegister(
  ctx: Ctx,
  { fileName, file }: { fileName: string; file: Blob },
): Promise<Outcome<ImportCounts>> {
  if (!isAuthorised(ctx, "import.run")) return refuse({ kind: "forbidden" });
  const opened = await openRegister(file);
  if (!opened.ok) return opened;
  try {
    return await writeRegister(ctx, fileName, opened.value);
  } finally {
    await opened.value.close();
  }
}

function writeRegister(
  ctx: Authorised,
  fileName: string,
  file: OpenedRegister,
): Promise<Outcome<ImportCounts>> {
  const { register } = file;
  return write(
    ctx,
    async (tx, journal) => {
      await lockRegister(tx, ctx.scope.org);
      await lockTable(tx, ctx, "measure");
      const occupied = await findOccupied(tx, register);
      if (occupied) return invalid("file", occupied);
      const batch = newId(ctx.now);
      const noted = { ctx, journal, batch };
      const measures = await writeMeasureHistories(tx, noted, file.measures);
      const controllers = await writeControllerHistories(tx, noted, file.controllers);
      const written = await writeRecordHistories(tx, noted, { ...file, measures, controllers });
      if (!written.ok) return written;
      if (written.value.records !== file.count)
        throw new Error(`${written.value.records} of ${file.count} entries of a register were read.`);
      const brought = {
        ...written.value,
        controllers: controllers.size,
        measures: measures.size,
      };
      journal.note({
        event: "register.imported",
        subject: { noun: "import", id: batch, label: fileName.slice(0, 300) },
        after: {
          ...brought,
          register,
          sha256: file.sha256,
          digest: file.contentHash,
          from: file.organisation.legalName,
          scope: file.scope,
          takenAt: file.taken.at,
          takenBy: file.taken.by,
          asOf: file.taken.asOf,
        },
        batch,
      });
      return done(brought);
    },
    LIMITS,
  );
}
