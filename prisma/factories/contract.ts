import { CLAUSE_IDS, type ClauseId } from "@/lib/domain/contract/clauses";
import type { ClauseAnswer } from "@/lib/domain/contract/content";
import { createContract, moveContract, saveContractSection } from "@/lib/features/contract/write/mutations";
import { saveInstructor } from "@/lib/features/contract/write/instructors";
import {
  contractCreateSchema,
  contractSectionSchema,
  instructorSaveSchema,
} from "@/lib/features/contract/schema";
import type { Ctx } from "@/lib/platform/request/context";
import { makeController, valueOf } from "./register";

let serial = 0;

/** A contract of a controller of its own, unless one is given: a draft of which nothing has been read. */
export async function makeContract(ctx: Ctx, stated: Record<string, unknown> = {}) {
  serial += 1;
  const controllerId = stated.controllerId ?? (await makeController(ctx)).id;
  const input = { reference: `CT-${serial}`, title: "Contrat de sous-traitance", ...stated, controllerId };
  return valueOf(await createContract(ctx, contractCreateSchema.parse(input)));
}

export async function fillSection(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  section: string,
  stated: Record<string, unknown>,
) {
  // A term that a test states is read whole: it renews only where the test says so.
  const read = section === "term" ? { renewal: "none" } : {};
  const input = contractSectionSchema.parse({ id, version, section, ...read, ...stated });
  return valueOf(await saveContractSection(ctx, input));
}

/** Every clause read, with the same answer but for those named. */
export function readings(answer: ClauseAnswer, but: Partial<Record<ClauseId, ClauseAnswer>> = {}) {
  return Object.fromEntries(CLAUSE_IDS.map((id) => [id, { answer: but[id] ?? answer, place: "", note: "" }]));
}

/** Signed and in force since the same day. */
export async function makeContractInForce(ctx: Ctx, stated: Record<string, unknown> = {}, on = "2026-01-05") {
  const draft = await makeContract(ctx, stated);
  const move = (event: "sign" | "begin", version: number) =>
    moveContract(ctx, { id: draft.id, version, event, on, reason: "" });
  valueOf(await move("sign", 1));
  return valueOf(await move("begin", 2));
}

/** Adds a person at the controller who may instruct under it. */
export async function nameInstructor(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  stated: Record<string, unknown> = {},
) {
  const input = instructorSaveSchema.parse({
    id,
    version,
    name: "Hélène Marchetti",
    capacity: "Directrice de la relation client",
    email: "h.marchetti@orvelle.example",
    power: "Annexe 3 du contrat",
    from: "2026-01-05",
    ...stated,
  });
  return valueOf(await saveInstructor(ctx, input));
}

/** Contract in force, partly read, with a person who may instruct. */
export async function makeReadContract(ctx: Ctx, controllerId: string): Promise<string> {
  const contract = await makeContractInForce(ctx, { controllerId });
  const named = await nameInstructor(ctx, contract);
  const clauses = readings("present", { K12: "insufficient", K25: "absent", K26: "unread" });
  return (await fillSection(ctx, named, "clauses", clauses)).id;
}
