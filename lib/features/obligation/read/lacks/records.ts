import { undatedOf } from "@/lib/domain/obligation/types";
import { countCells } from "@/lib/features/compliance/read/findings";
import { COUNTED, type FindLacks } from "./asked";

/** Finds one line for each controller whose entries lack something, and one for drafts: a register may have thousands. */
export const findRecordLacks: FindLacks = async (tx, { day, countRecords }) => {
  const cells = await countCells(tx, { day, breaches: [] }, { duty: "register" });
  const gaps = cells.flatMap(({ controllerId, controller, lacking, first }) => {
    if (lacking === 0 || controllerId === null) return [];
    const path = lacking === 1 ? `/records/${first}` : `/records?view=gaps&controller=${controllerId}`;
    const row = {
      ...{ subject: { id: controllerId, reference: "" }, controller: { id: controllerId, name: controller } },
      ...{ path, ...COUNTED },
    };
    return [undatedOf(row, "record.gaps", { about: countRecords(lacking) })];
  });
  const [{ drafts, own }] = await tx.$queryRaw<[{ drafts: number; own: number }]>`
    SELECT (SELECT count(*)::int FROM processing_record WHERE capacity = 'processor' AND state = 'draft') AS drafts,
      (SELECT count(*)::int FROM processing_record
        WHERE capacity = 'controller' AND state <> 'ended' AND required_gaps > 0) AS own`;
  const ofOrganisation = (path: string) => ({
    ...{ subject: { id: "", reference: "" }, controller: null, path, ...COUNTED },
  });
  return [
    ...gaps,
    ...(own > 0
      ? [undatedOf(ofOrganisation("/own-records?view=gaps"), "record.own-gaps", { about: countRecords(own) })]
      : []),
    ...(drafts > 0
      ? [undatedOf(ofOrganisation("/records?state=draft"), "record.draft", { about: countRecords(drafts) })]
      : []),
  ];
};

/** Controllers that stand under the name of nobody. */
export const findControllerLacks: FindLacks = async (tx) => {
  const rows = await tx.controller.findMany({
    where: { isPlaceholder: true, archivedAt: null },
    select: { id: true, legalName: true, version: true, updatedAt: true },
  });
  return rows.map(({ id, legalName, version, updatedAt }) =>
    undatedOf(
      {
        ...{ subject: { id, reference: legalName }, controller: { id, name: legalName }, version },
        ...{ path: `/controllers/${id}`, changedAt: updatedAt.getTime() },
      },
      "controller.name",
    ),
  );
};
