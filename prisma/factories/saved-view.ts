import { viewSchema } from "@/lib/features/saved-view/schema";
import { saveView } from "@/lib/features/saved-view/write/mutations";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** Saves a view of the contracts that end soon; fields are named as the form sends them. */
export async function makeSavedView(ctx: StaffCtx, fields: { name?: string; isShared?: string } = {}) {
  const filters = { list: "contracts", query: "q=mutuelle&view=soon", name: "Mutuelles", ...fields };
  return valueOf(await saveView(ctx, viewSchema.parse(filters)));
}
