import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import type { SniffedImage } from "@/lib/platform/files/sniff-image";
import { storeFile } from "@/lib/platform/files/store";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { readImage } from "@/lib/platform/parser/run-parser";
import { canDraw } from "@/lib/platform/pdf/can-draw";
import type { Tx } from "@/lib/platform/database/transaction";
import { MAX_LOGO_BYTES, MAX_LOGO_PIXELS } from "@/lib/features/organisation/schema";

export type LogoFile = { fileName: string; bytes: Uint8Array };

const REFUSALS = { svg: "logoSvg", type: "logoType", broken: "logoBroken" } as const;

/** Requires a small PNG or JPEG that the PDF compiler can draw, because every document includes it. */
export async function checkLogo({ bytes }: LogoFile): Promise<Outcome<SniffedImage>> {
  if (bytes.length > MAX_LOGO_BYTES) return invalid("file", "logoTooLarge");
  const image = await readImage(bytes);
  if (typeof image === "string") return invalid("file", REFUSALS[image]);
  if (Math.max(image.width, image.height) > MAX_LOGO_PIXELS)
    return invalid("file", "logoPixels", { width: image.width, height: image.height });
  const file = image.contentType === "image/png" ? "logo.png" : "logo.jpg";
  return (await canDraw({ file, bytes })) ? done(image) : invalid("file", "logoBroken");
}

export function storeLogo(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { fileName, ...image }: LogoFile & SniffedImage,
): Promise<string> {
  return storeFile(tx, ctx, journal, { purpose: "logo", fileName: cleanName(fileName), ...image });
}

function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return (
    last
      .replace(/\p{Cc}/gu, "")
      .toWellFormed()
      .trim()
      .slice(-200) || "logo"
  );
}
