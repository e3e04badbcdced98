import { createHash } from "node:crypto";
import { fold } from "@/lib/domain/text/fold";
import type { Tx } from "@/lib/platform/database/transaction";

type Called = { controllerId: string; professional: string };

/**
 * Identifier of who is called for: the controller, where the campaign names nobody else or names it, or the name itself.
 * Two call centres of one professional then share its attempts, D223-9.
 */
export async function findProfessional(tx: Tx, { controllerId, professional }: Called): Promise<string> {
  const name = fold(professional);
  if (name === "") return holderOf(tx, controllerId);
  const controllers = await tx.controller.findMany({ select: { id: true, legalName: true } });
  const named = controllers.find(({ legalName }) => fold(legalName) === name);
  return named ? holderOf(tx, named.id) : idOf(name);
}

/** Identifiers under which its earlier calls are: those of controllers that were merged into it too. */
export async function findProfessionalIds(tx: Tx, id: string): Promise<string[]> {
  const merged = await tx.controller.findMany({ where: { mergedIntoId: id }, select: { id: true } });
  return [id, ...merged.map((controller) => controller.id)];
}

async function holderOf(tx: Tx, id: string): Promise<string> {
  const found = await tx.controller.findFirst({ where: { id }, select: { mergedIntoId: true } });
  return found?.mergedIntoId ?? id;
}

/** A UUID of RFC 9562's version 8, made of the name. */
function idOf(name: string): string {
  const hex = createHash("sha256").update(`professional:${name}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    ...[hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`],
    ...[`${variant}${hex.slice(18, 20)}`, hex.slice(20, 32)],
  ].join("-");
}
