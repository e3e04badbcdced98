import { done } from "@/lib/domain/outcome";
import type { StaffCtx } from "@/lib/platform/context";
import { storeFile } from "@/lib/platform/files/store";
import { write } from "@/lib/platform/write";

/** A file of the organisation in two chunks, under the hand of `ctx`; gives its id. The bytes are nobody's picture. */
export async function makeAttachment(ctx: StaffCtx): Promise<string> {
  const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
  const file = { purpose: "logo", fileName: "logo.png", contentType: "image/png", bytes } as const;
  const outcome = await write(ctx, async (tx, journal) => done(await storeFile(tx, ctx, journal, file)));
  if (!outcome.ok) throw new Error(`The factory's file was refused: ${outcome.refusal.kind}`);
  return outcome.value;
}
