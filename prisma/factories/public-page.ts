import { closePublicPage, openPublicPage, savePublicPage } from "@/lib/features/public-page/write/mutations";
import { publicPageSchema } from "@/lib/features/public-page/schema";
import { PUBLIC_PARTS } from "@/lib/domain/public-page/parts";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

let serial = 0;

/** Stores the settings of a page that shows every part; returns its address. */
export async function savePage(ctx: StaffCtx, stated: Record<string, unknown> = {}): Promise<string> {
  serial += 1;
  const input = publicPageSchema.parse({
    version: await versionOf(ctx),
    address: `page-${process.pid}-${serial}`,
    parts: PUBLIC_PARTS,
    activityFr: "Relation client par téléphone",
    certifications: [{ name: "ISO/IEC 27001:2022", body: "Organisme", until: "2999-12-31" }],
    ...stated,
  });
  valueOf(await savePublicPage(ctx, input));
  return input.address;
}

/** Opens a page to strangers; returns its address. */
export async function makeOpenPage(ctx: StaffCtx, stated: Record<string, unknown> = {}): Promise<string> {
  const address = await savePage(ctx, stated);
  valueOf(await openPublicPage(ctx, { version: await versionOf(ctx) }));
  return address;
}

export async function closePage(ctx: StaffCtx): Promise<void> {
  valueOf(await closePublicPage(ctx, { version: await versionOf(ctx), reason: "Refonte" }));
}

/** 0 before the first saving. */
async function versionOf(ctx: StaffCtx): Promise<number> {
  const page = await withOrg(ctx.scope, (tx) => tx.publicPage.findFirst({ select: { version: true } }));
  return page?.version ?? 0;
}
