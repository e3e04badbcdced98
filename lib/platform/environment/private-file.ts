import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/**
 * Returns the text of a file that only its owner may read, making it first when it is missing. Two processes
 * that make it at once agree on one text: the file appears whole, under its name, or not at all.
 */
export function readOrCreatePrivateFile(path: string, create: () => string): string {
  const existing = readIfPresent(path);
  if (existing !== undefined) return existing;
  publishWhole(path, create());
  return readFileSync(/* turbopackIgnore: true */ path, "utf8");
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(/* turbopackIgnore: true */ path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Written aside and synced, then linked: a kill in between leaves a stray file, never half a secret. */
function publishWhole(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  const aside = `${path}.${process.pid}`;
  rmSync(aside, { force: true });
  const file = openSync(/* turbopackIgnore: true */ aside, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(aside, 0o600);
  try {
    linkSync(aside, path);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** The `code` that Node puts on a system error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
