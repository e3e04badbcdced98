import { collectionSchema } from "@/lib/features/choice/schema";
import { recordCollection } from "@/lib/features/choice/write/collection";
import { receiveConsentFile } from "@/lib/features/choice/write/consent-file";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** A collection of consents whose wording has the five items, unless something else is stated. */
export async function makeCollection(
  ctx: StaffCtx,
  stated: { controllerId: string } & Partial<Record<string, unknown>>,
) {
  const input = collectionSchema.parse({
    title: "Formulaire du site",
    wording: "J’accepte d’être appelé pour la fibre.",
    purpose: "",
    identities: "yes",
    freeChoice: "yes",
    duration: "yes",
    withdrawal: "yes",
    proofAccess: "yes",
    proofPlace: "Chez le responsable, sous huit jours",
    ...stated,
  });
  return valueOf(await recordCollection(ctx, input));
}

/** A file of consents by its lines: number, date, valid until, proof. */
export async function makeConsentFile(
  ctx: StaffCtx,
  collectionId: string,
  lines: readonly string[],
  extent: "whole" | "sampled" = "whole",
) {
  const file = new Blob([["numéro;date;valable jusqu'au;preuve", ...lines, ""].join("\n")]);
  return valueOf(await receiveConsentFile(ctx, { collectionId, extent, file }));
}
