import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The verifier, as it lies in every dossier. */
export function readVerifier(): Promise<Uint8Array> {
  // The bundler must not move the file: it is read from the folder that Amana was started in.
  return readFile(join(/* turbopackIgnore: true */ process.cwd(), "lib/platform/dossier/verify.mjs"));
}
