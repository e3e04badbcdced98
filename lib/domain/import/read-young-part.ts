import type { NamedProcedure } from "@/lib/domain/organisation/types";
import { findProcedure } from "@/lib/domain/processing-record/young";
import { reading } from "./doubts";
import { readOnce } from "./read-once";
import { joinParts, type Part, partOf } from "./row-parts";
import type { ImportTarget } from "./types";
import { readMinorsConsent } from "./values/own-words";

const consentOf = readOnce(readMinorsConsent);

/** Article 8: a procedure is named by its reference or its title; what names none is left over. */
export function readYoungPart(
  text: (target: ImportTarget) => string,
  procedures: readonly NamedProcedure[],
): Part {
  const cell = text("minorsProcedure");
  const named = cell === "" ? null : findProcedure(cell, procedures);
  const isLeft = cell !== "" && named === null;
  return joinParts([
    partOf("minorsConsent", consentOf(text("minorsConsent")), (minorsConsent) => ({ minorsConsent })),
    partOf(
      "minorsProcedure",
      reading(
        named?.id ?? null,
        isLeft ? [{ key: "procedureUnknown", params: { text: cell } }] : [],
        isLeft ? cell : "",
      ),
      (minorsProcedureId) => ({ minorsProcedureId }),
    ),
  ]);
}
