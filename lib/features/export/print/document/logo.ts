import type { PdfImage } from "@/lib/platform/pdf/render-pdf";
import type { RegisterVolume } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "@/lib/features/export/print/words";
import type { PlacedLogo } from "./types";

/** Millimetres, above the title. */
const LOGO_BOX = { width: 64, height: 22 };
/** Pixels per millimetre at 150 per inch, so that small logos are not enlarged. */
const DENSITY = 150 / 25.4;

/** Bytes for the compiler, under the document's name for them. */
export function logoImage({ logo }: RegisterVolume): PdfImage | undefined {
  if (!logo) return undefined;
  return { file: logo.contentType === "image/png" ? "logo.png" : "logo.jpg", bytes: logo.bytes };
}

/** Fits the logo into its box without distortion or enlargement. */
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
