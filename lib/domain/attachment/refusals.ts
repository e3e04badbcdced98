/** Words: `attachment.errors`. */
export const DOCUMENT_REFUSALS = [
  "none",
  "tooLarge",
  "type",
  "svg",
  "broken",
  "polyglot",
  "macros",
  "bomb",
  "encrypted",
  "lies",
  "replaced",
  "tooMany",
  "forbidden",
  "notFound",
  "failed",
] as const;
export type DocumentRefusal = (typeof DOCUMENT_REFUSALS)[number];

/** Carries a refusal in the address of the page that the form returns to. */
export type DocumentNotice = { refusal: DocumentRefusal; fileName: string; found: string };

type Search = Record<string, string | string[] | undefined>;

/** "?document=lies&name=devis.pdf&found=PNG", or null where nothing was refused. */
export function readDocumentNotice(search: Search): DocumentNotice | null {
  const stated = (name: string) => [search[name]].flat()[0] ?? "";
  const refusal = DOCUMENT_REFUSALS.find((known) => known === stated("document"));
  return refusal
    ? { refusal, fileName: stated("name").slice(0, 200), found: stated("found").slice(0, 20) }
    : null;
}

export function documentNoticeQuery({ refusal, fileName, found }: DocumentNotice): string {
  return new URLSearchParams({ document: refusal, name: fileName, found }).toString();
}
