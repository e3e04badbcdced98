import { OWN } from "@/lib/domain/compliance/duties";
import { type Duty, undatedOf } from "@/lib/domain/obligation/types";
import { type CellRow, countCells } from "@/lib/features/compliance/read/findings";
import { COUNTED, type FindLacks, type LacksAsked } from "./asked";

/** Finds one line for each controller whose entries lack something, and one for drafts: a register may have thousands. */
export const findRecordLacks: FindLacks = async (tx, asked) => {
  const cells = await countCells(tx, { day: asked.day }, { duty: "register" });
  const drafts = await tx.processingRecord.count({ where: { capacity: "processor", state: "draft" } });
  return linesOfRecords({ cells, drafts }, asked);
};

/** Lines of what entries lack, from the figures of the duty of the register. */
export function linesOfRecords(
  { cells, drafts }: { cells: readonly CellRow[]; drafts: number },
  { countRecords }: Pick<LacksAsked, "countRecords">,
): Duty[] {
  const gaps = cells.flatMap(({ controllerId, isOwn, controller, lacking, first }) => {
    if (lacking === 0) return [];
    const records = isOwn ? "/own-records" : "/records";
    const all = `/compliance/gaps?duty=register&controller=${isOwn ? OWN : (controllerId ?? "shared")}`;
    const row = {
      subject: { id: controllerId ?? "", reference: "" },
      controller: controllerId === null ? null : { id: controllerId, name: controller },
      path: lacking === 1 ? `${records}/${first}` : all,
      ...COUNTED,
    };
    return [undatedOf(row, isOwn ? "record.own-gaps" : "record.gaps", { about: countRecords(lacking) })];
  });
  if (drafts === 0) return gaps;
  const ofOrganisation = { subject: { id: "", reference: "" }, controller: null, ...COUNTED };
  const row = { ...ofOrganisation, path: "/records?state=draft" };
  return [...gaps, undatedOf(row, "record.draft", { about: countRecords(drafts) })];
}

/** Controllers that stand under the name of nobody. */
export const findControllerLacks: FindLacks = async (tx) => {
  const rows = await tx.controller.findMany({
    where: { isPlaceholder: true, archivedAt: null },
    select: { id: true, legalName: true, version: true, updatedAt: true },
  });
  return rows.map(({ id, legalName, version, updatedAt }) =>
    undatedOf(
      {
        subject: { id, reference: legalName },
        controller: { id, name: legalName },
        version,
        path: `/controllers/${id}`,
        changedAt: updatedAt.getTime(),
      },
      "controller.name",
    ),
  );
};
