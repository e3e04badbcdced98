import {
  createSubProcessor,
  moveSubProcessor,
  saveChainLink,
  saveSubProcessorSection,
} from "@/lib/features/sub-processor/write/mutations";
import {
  chainLinkSaveSchema,
  subProcessorCreateSchema,
  subProcessorMoveSchema,
  subProcessorSectionSchema,
} from "@/lib/features/sub-processor/schema";
import type { Ctx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** An operator of lines in France of which nothing else is known, unless something else is said. */
export async function makeSubProcessor(ctx: Ctx, stated: Record<string, unknown> = {}) {
  const input = { name: "Numéria Voix SAS", country: "FR", service: "Opérateur des lignes", ...stated };
  return valueOf(await createSubProcessor(ctx, subProcessorCreateSchema.parse(input)));
}

type Named = { id: string; version: number };

/** Saves a section as its form sends it. */
export async function fillSubProcessorSection(
  ctx: Ctx,
  { id, version }: Named,
  section: string,
  stated: Record<string, unknown>,
) {
  const input = subProcessorSectionSchema.parse({ id, version, section, ...stated });
  return valueOf(await saveSubProcessorSection(ctx, input));
}

/** A company below it, directly unless `under` says which other it works under. */
export async function nameChainLink(ctx: Ctx, { id, version }: Named, stated: Record<string, unknown> = {}) {
  const input = chainLinkSaveSchema.parse({ id, version, name: "Baie 9 SAS", country: "FR", ...stated });
  return valueOf(await saveChainLink(ctx, input));
}

/** Removes it from the list or restores it, on a past day. */
export async function stepSubProcessor(ctx: Ctx, { id, version }: Named, event: string, on = "2026-01-20") {
  const input = subProcessorMoveSchema.parse({ id, version, event, on, reason: "Service repris en interne" });
  return valueOf(await moveSubProcessor(ctx, input));
}

/** Makes a sub-processor in France with every required field, without clauses and terms. */
export async function makeWholeSubProcessor(ctx: Ctx, stated: Record<string, unknown> = {}) {
  let row = await makeSubProcessor(ctx, stated);
  const sections = {
    identity: {
      name: row.content.identity.name,
      country: row.content.identity.country,
      address: "12 rue des Ateliers, 69007 Lyon",
      contact: "Service juridique, contrats@numeria.example",
    },
    service: { service: row.content.service.service, data: "Numéros appelés, enregistrements d’appels" },
    places: { sites: [{ name: "Lyon", country: row.content.identity.country }], accessAnswer: "no" },
    chain: { answer: "no" },
    guarantees: { checks: "Questionnaire du 5 janvier 2026", checkedOn: "2026-01-05" },
    contract: { reference: "ST-2025-04", signedOn: "2025-04-01" },
  };
  for (const [section, values] of Object.entries(sections))
    row = await fillSubProcessorSection(ctx, row, section, values);
  return row;
}
