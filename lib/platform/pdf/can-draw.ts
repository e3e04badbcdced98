import { PdfError } from "./pdf-error";
import { renderPdf, type PdfImage } from "./render-pdf";

const LIMITS = { seconds: 20, megabytes: 1_000 };

/** True when the compiler draws that picture: asked before it is kept, so that no document fails over it later. */
export async function canDraw(image: PdfImage): Promise<boolean> {
  try {
    const template = "lib/platform/pdf/image-probe.typ";
    await renderPdf({ template, data: { file: image.file }, locale: "fr", image, limits: LIMITS });
    return true;
  } catch (error) {
    if (error instanceof PdfError) return false;
    throw error;
  }
}
