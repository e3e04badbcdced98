import { createHash, type KeyObject } from "node:crypto";
import { encodeText } from "@/lib/platform/transport/encode-text";
import { writeZip, type ZipPart } from "@/lib/platform/sheets/zip-writer";
import { keyPem, manifestText, signManifest, type ManifestFile, type ManifestHead } from "./manifest";

/** File of a dossier; its content is made when the archive reaches it. */
export type DossierPart = {
  path: string;
  content: () => AsyncIterable<string | Uint8Array>;
  /** True for data that hardly compress. */
  isDense?: boolean;
};

export type Sealing = { head: ManifestHead; privateKey: KeyObject };

/** Result of an archive that was read to its end. */
export type SealedManifest = { sha256: string; files: number };

/**
 * Yields the zip in pieces, one file at a time, so that memory does not grow with it. The manifest is the last to be
 * made, from the hash of each file as it was written. `onPart` receives the number of finished files.
 */
export async function* writeDossier(
  parts: readonly DossierPart[],
  { head, privateKey }: Sealing,
  { onPart, onSealed }: { onPart: (finished: number) => void; onSealed: (sealed: SealedManifest) => void },
): AsyncGenerator<Uint8Array> {
  const files: ManifestFile[] = [];
  const hashed = [...parts, { path: "SHA256SUMS", content: () => text(sumsText(files)) }];
  let manifest = "";
  const sealed: DossierPart[] = [
    { path: "manifest.json", content: () => text((manifest = manifestText(head, files))) },
    { path: "manifest.sig", content: () => once(signManifest(manifest, privateKey)) },
    { path: "key.pem", content: () => text(keyPem(head.key.publicKey)) },
  ];
  const zipped: ZipPart[] = [
    ...hashed.map((part) => ({
      path: part.path,
      isDense: part.isDense,
      text: lazyStream(() =>
        hashPart(part, (file) => {
          files.push(file);
          onPart(files.length);
        }),
      ),
    })),
    ...sealed.map(({ path, content }) => ({ path, text: lazyStream(content) })),
  ];
  yield* writeZip(zipped, new Date(head.madeAt));
  onSealed({ sha256: createHash("sha256").update(manifest).digest("hex"), files: files.length });
}

/** Lines of `sha256sum`, in the order of the archive. */
function sumsText(files: readonly ManifestFile[]): string {
  return files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join("");
}

async function* hashPart(
  { path, content }: DossierPart,
  onHashed: (file: ManifestFile) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const bytes of encodeText(content())) {
    hash.update(bytes);
    size += bytes.length;
    yield bytes;
  }
  onHashed({ path, size, sha256: hash.digest("hex") });
}

/** Calls `make` when the first piece is asked for. */
async function* lazyStream(
  make: () => AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  yield* make();
}

async function* text(value: string): AsyncGenerator<string> {
  yield value;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
