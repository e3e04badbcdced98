/** Suffices for a scanned contract; shown beside the field. */
export const MAX_DOCUMENT_MEGABYTES = 20;
export const MAX_DOCUMENT_BYTES = MAX_DOCUMENT_MEGABYTES * 1024 * 1024;

/** Formats accepted as a document: media type, name shown, and allowed file extensions. */
export const FORMATS = {
  "application/pdf": { name: "PDF", endings: ["pdf"] },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
    name: "DOCX",
    endings: ["docx"],
  },
  "image/png": { name: "PNG", endings: ["png"] },
  "image/jpeg": { name: "JPEG", endings: ["jpg", "jpeg"] },
  "image/webp": { name: "WebP", endings: ["webp"] },
  "message/rfc822": { name: "EML", endings: ["eml"] },
  "application/vnd.ms-outlook": { name: "MSG", endings: ["msg"] },
} as const;
export type DocumentType = keyof typeof FORMATS;

const ALL_ENDINGS = Object.values(FORMATS).flatMap(({ endings }): readonly string[] => endings);

/** File choosers take this as a proposal only. */
export const ACCEPTED = ALL_ENDINGS.map((ending) => `.${ending}`).join(",");

/** "PDF", as people call it; a type that is no longer taken keeps its own name. */
export function formatName(contentType: string): string {
  return Object.hasOwn(FORMATS, contentType) ? FORMATS[contentType as DocumentType].name : contentType;
}

/** True for a name that says another type than the bytes have: "devis.pdf" that is a PNG. */
export function contradictsType(fileName: string, contentType: DocumentType): boolean {
  const endings: readonly string[] = FORMATS[contentType].endings;
  return !endings.includes(/\.([^.]*)$/.exec(fileName)?.[1]?.toLowerCase() ?? "");
}

/** The last part of a path, without what no name should hold, as long as a name may be. */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return last
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .toWellFormed()
    .trim()
    .slice(-200);
}
