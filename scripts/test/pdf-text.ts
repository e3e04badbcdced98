import { extractText, getDocumentProxy } from "unpdf";

/** Extracts the text of a PDF, with one space for every run of white space. */
export async function readPdfText(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replace(/\s+/g, " ");
}
