import { DatabaseError } from "pg";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { errorCode } from "@/lib/platform/environment/private-file";

const SYSTEM: Record<string, string> = {
  ENOSPC: "The disk is full.",
  EDQUOT: "This account may write no more on that disk.",
  EACCES: "This account may not write there.",
  EROFS: "That disk can only be read.",
  EISDIR: "That is the name of a folder.",
  // A disk of FAT, some network shares: no file is its owner's alone there, or has a second name for a moment.
  EPERM: "That disk cannot keep a backup safe while it is written: make it on another, then copy it there.",
  ENOTSUP: "That disk cannot keep a backup safe while it is written: make it on another, then copy it there.",
  ENOENT: "There is no such folder.",
  ECONNREFUSED: "The database does not answer.",
};

/** Explains refusals of the system or the server in a sentence; rethrows anything else. */
export async function inWords<T>(work: () => Promise<T>, consequence: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof DatabaseError ? serverReason(error) : SYSTEM[errorCode(error) ?? ""];
    if (!reason || !(error instanceof Error)) throw error;
    throw new ConfigurationError(`${reason} (${error.message}) ${consequence}`);
  }
}

/** Classes of PostgreSQL's codes: connection, resources (disk, memory), an operator's intervention. */
function serverReason({ code = "" }: DatabaseError): string | undefined {
  if (code === "53100") return "The database's disk is full.";
  if (/^(08|53|57)/.test(code)) return "The database stopped half-way.";
  return undefined;
}
