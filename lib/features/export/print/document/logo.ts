import type { PdfImage } from "@/lib/platform/pdf/render-pdf";
import type { RegisterVolume } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "@/lib/features/export/print/words";
import type { PlacedLogo } from "./types";

/** The room above the title, in millimetres. */
const LOGO_BOX = { width: 64, height: 22 };
/** Pixels to the millimetre at 150 to the inch: a small logo is not blown up. */
const DENSITY = 150 / 25.4;

/** What the compiler is lent: the bytes, under the name that the document gives them. */
export function logoImage({ logo }: RegisterVolume): PdfImage | undefined {
  if (!logo) return undefined;
  return { file: logo.contentType === "image/png" ? "logo.png" : "logo.jpg", bytes: logo.bytes };
}

/** The logo as large as its room and its pixels allow, in its own proportions. */
export function placeLogo(register: RegisterVolume, { document }: RegisterWords): PlacedLogo | null {
  const { logo, organisation } = register;
  const image = logoImage(register);
  if (!logo?.width || !logo.height || !image) return null;
  const scale = Math.min(LOGO_BOX.width / logo.width, LOGO_BOX.height / logo.height, 1 / DENSITY);
  return {
    file: image.file,
    width: logo.width * scale,
    height: logo.height * scale,
    alt: document("document.logo", { name: organisation.legalName }),
  };
}
