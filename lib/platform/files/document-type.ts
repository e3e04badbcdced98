/** Types of document accepted, as found in the bytes. */
export const DOCUMENT_TYPES = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "image/png",
  "image/jpeg",
  "image/webp",
  "message/rfc822",
  "application/vnd.ms-outlook",
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** Refusals of a document. A polyglot is read as one format here and as another by some program. */
export const DOCUMENT_REFUSALS = [
  "type",
  "svg",
  "broken",
  "polyglot",
  "macros",
  "bomb",
  "encrypted",
] as const;

export type Sniffed = DocumentType | (typeof DOCUMENT_REFUSALS)[number];
