import { writeFileSync } from "node:fs";
import { join } from "node:path";
import yauzl from "yauzl";
import { beforeAll, vi } from "vitest";
import { makeDossier, makeKey, tempFolder, verify, writeFolder } from "./verifier.fixture";

vi.setConfig({ testTimeout: 120_000 });

export const key = makeKey();

export let zip: Buffer;
export let files: Map<string, Buffer>;

export const folderOf = writeFolder;

export const fileOf = (name: string, bytes: Uint8Array | string) => {
  const folder = tempFolder();
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

export const changed = (change: (files: Map<string, Uint8Array>) => void) => {
  const copy = new Map<string, Uint8Array>(files);
  change(copy);
  return copy;
};

export const check = (change: (files: Map<string, Uint8Array>) => void) =>
  verify(folderOf(changed(change)), "--key", key.fingerprint);

async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const opened = await yauzl.fromBufferPromise(bytes);
  for await (const entry of opened.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await opened.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    found.set(entry.fileName, Buffer.concat(pieces));
  }
  return found;
}

export function prepareDossier(): void {
  beforeAll(async () => {
    zip = await makeDossier({ key });
    files = await unzip(zip);
  });
}
