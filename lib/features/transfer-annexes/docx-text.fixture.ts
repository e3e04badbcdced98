import { fromBuffer, type Entry } from "yauzl";

/** Returns a paragraph a line, from the archive's XML. */
export function docxText(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on("end", () => reject(new Error("The archive has no document.")));
      zip.on("entry", (entry: Entry) => {
        if (entry.fileName !== "word/document.xml") return zip.readEntry();
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on("data", (piece: Buffer) => chunks.push(piece));
          stream.on("end", () => resolve(textOf(Buffer.concat(chunks).toString("utf8"))));
        });
      });
      zip.readEntry();
    });
  });
}

function textOf(xml: string): string {
  return xml
    .replaceAll("</w:p>", "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
