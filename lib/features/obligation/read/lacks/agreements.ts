import { NO_CONTRACT } from "@/lib/domain/compliance/duties";
import { type Duty, undatedOf } from "@/lib/domain/obligation/types";
import { BARS } from "@/lib/domain/transfer/status";
import {
  type CellRow,
  countCells,
  type Finding,
  findFindings,
} from "@/lib/features/compliance/read/findings";
import { findSubProcessorUses } from "@/lib/features/compliance/read/sub-processor-uses";
import { COUNTED, type FindLacks, type LacksAsked } from "./asked";

/** Most lines of one kind: more are for the list of the matrix. */
const MOST = 5000;

/** Contracts in force that lack a clause, and controllers served without one. */
export const findContractLacks: FindLacks = async (tx, { day }) => {
  const found = await findFindings(tx, { duty: "contract" }, page(day));
  return found.map((finding) =>
    finding.codes.includes(NO_CONTRACT)
      ? undatedOf(rowOf(finding, `/controllers/${finding.subjectId}`), "contract.none")
      : undatedOf(rowOf(finding, `/contracts/${finding.subjectId}`), "contract.gaps", {
          about: finding.label,
        }),
  );
};

/** Transfers in use that nothing opens, and those whose file lacks a part. */
export const findTransferLacks: FindLacks = async (tx, { day }) => {
  const found = await findFindings(tx, { duty: "transfers" }, page(day));
  return found.map((finding) => {
    const kind = finding.codes.some((code) => BARS.includes(code)) ? "transfer.barred" : "transfer.gaps";
    return undatedOf(rowOf(finding, `/transfers/${finding.subjectId}`), kind, { about: finding.label });
  });
};

/** Finds one line for each controller whose entries use a sub-processor that may not be used for it. */
export const findSubProcessorLacks: FindLacks = async (tx, asked) => {
  const at = { day: asked.day, uses: await findSubProcessorUses(tx, asked.now) };
  return linesOfUses(await countCells(tx, at, { duty: "sub-processors" }), asked);
};

/** Lines of sub-processors that may not be used, from the figures of their duty. */
export function linesOfUses(
  cells: readonly CellRow[],
  { countSubProcessors }: Pick<LacksAsked, "countSubProcessors">,
): Duty[] {
  return cells.flatMap(({ controllerId, controller, lacking }) => {
    if (lacking === 0 || controllerId === null) return [];
    const row = {
      subject: { id: controllerId, reference: "" },
      controller: { id: controllerId, name: controller },
      path: `/compliance/gaps?duty=sub-processors&controller=${controllerId}`,
      ...COUNTED,
    };
    return [undatedOf(row, "sub-processor.unauthorised", { about: countSubProcessors(lacking) })];
  });
}

function page(day: string) {
  return { at: { day }, from: 0, take: MOST };
}

function rowOf({ subjectId, reference, controllerId, controller }: Finding, path: string) {
  return {
    subject: { id: subjectId, reference },
    path,
    ...COUNTED,
    controller: controllerId === null ? null : { id: controllerId, name: controller },
  };
}
