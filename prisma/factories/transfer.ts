import { createTransfer, moveTransfer, saveTransferSection } from "@/lib/features/transfer/write/mutations";
import {
  transferCreateSchema,
  transferMoveSchema,
  transferSectionSchema,
} from "@/lib/features/transfer/schema";
import type { Ctx } from "@/lib/platform/request/context";
import { makeController, valueOf } from "./register";

/**
 * Makes an unsigned transfer of a controller's data to the organisation in Morocco, unless stated otherwise.
 */
export async function makeTransfer(ctx: Ctx, stated: Record<string, unknown> = {}) {
  const controllerId = stated.controllerId ?? (await makeController(ctx)).id;
  const input = { flow: "to-organisation", country: "MA", ...stated, controllerId };
  return valueOf(await createTransfer(ctx, transferCreateSchema.parse(input)));
}

type Named = { id: string; version: number };

/** Saves a section as its form sends it. */
export async function fillTransferSection(
  ctx: Ctx,
  { id, version }: Named,
  section: string,
  stated: Record<string, unknown>,
) {
  const input = transferSectionSchema.parse({ id, version, section, ...stated });
  return valueOf(await saveTransferSection(ctx, input));
}

/** Suspended, resumed, ended or reopened on a day that has been. */
export async function stepTransfer(ctx: Ctx, { id, version }: Named, event: string, on = "2026-01-20") {
  const input = transferMoveSchema.parse({ id, version, event, on, reason: "Demande du responsable" });
  return valueOf(await moveTransfer(ctx, input));
}

/** Module 2 signed with every option, as its form sends it. */
export const SIGNED_CLAUSES = {
  tool: "scc-2021-914",
  module: "2",
  signedOn: "2026-01-12",
  docking: "included",
  authorisation: "general",
  noticeDays: "30",
  redress: "excluded",
  law: "FR",
  forum: "FR",
  authority: "CNIL",
};

/** An assessment that answers every question, as its form sends it. */
export const WHOLE_ASSESSMENT = {
  data: "Identité et commandes, vues sur un bureau à distance.",
  actors: "Agents de Casablanca ; aucune autre société.",
  rules: "Loi 09‑08 et procédure pénale, lues le 5 janvier 2026.",
  necessity: "Les demandes nomment une personne et une infraction.",
  oversight: "Le juge d’instruction.",
  remedies: "Les tribunaux ordinaires et la CNDP.",
  practice: "Aucune demande reçue depuis 2019.",
  measures: "Les données restent à Paris ; rien n’est copié.",
  conclusion: "equivalent-with-measures",
  reasons: "Rien n’est conservé à destination.",
  assessedOn: "2026-01-10",
  nextReviewOn: "2027-01-10",
};

/** Signed and assessed: nothing required is missing. */
export async function makeWholeTransfer(ctx: Ctx, stated: Record<string, unknown> = {}) {
  const signed = await fillTransferSection(ctx, await makeTransfer(ctx, stated), "tool", SIGNED_CLAUSES);
  return fillTransferSection(ctx, signed, "assessment", WHOLE_ASSESSMENT);
}
