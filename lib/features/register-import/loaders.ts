import "server-only";
import { forbidden } from "next/navigation";
import { can } from "@/lib/domain/nouns/policy";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { requireStaff } from "@/lib/platform/request/request-session";
import { findOccupied } from "@/lib/features/register-import/read/queries";
import { MAX_REGISTER_BYTES } from "./schema";

/** Registers without entries. */
export async function loadRegisterImport(slug: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "import.run")) forbidden();
  const occupied = await readInScope(ctx.scope, (tx) =>
    readTogether({
      processor: findOccupied(tx, "processor"),
      controller: findOccupied(tx, "controller"),
    }),
  );
  return { occupied, maxBytes: MAX_REGISTER_BYTES };
}
