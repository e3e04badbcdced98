import { afterAll, beforeAll } from "vitest";
import { done } from "@/lib/domain/outcome/outcome";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { exportRegister } from "./mutations";
import { exportSchema } from "@/lib/features/export/schema";

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let ctx: MadeOrganisation;

/** Reads the stream to its end. */
export async function exportAs(stated: Record<string, string>, of = ctx) {
  const outcome = await exportRegister(of, of.slug, exportSchema.parse(stated));
  if (!outcome.ok) return outcome;
  const body = new Uint8Array(await new Response(outcome.value.body).arrayBuffer());
  return done({ ...outcome.value, body });
}

export const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

export function prepareExports(): void {
  beforeAll(async () => {
    database = await freshDatabase();
    ctx = await makeOrganisation(database.ownerUrl);
  });
  afterAll(() => database.drop());
}
