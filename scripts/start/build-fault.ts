import { isDiskFull, reportsFullDisk } from "@/lib/platform/embedded/full-disk";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { errorCode } from "@/lib/platform/environment/private-file";

const FULL = ["ENOSPC", "EDQUOT"];
const FORBIDDEN = ["EACCES", "EPERM", "EROFS"];
/** Words of the system and of Next's compiler, which is no Node program. */
const FORBIDDEN_WORDS =
  /\b(EACCES|EPERM|EROFS)\b|Permission denied|Operation not permitted|Read-only file system/i;

/**
 * Puts into a sentence what keeps a build from writing in the folder of the program: a full disk, or a folder that this
 * account may only read. Undefined where it is neither. `output` is what a program that failed wrote.
 */
export function explainBuildFault(root: string, error: unknown, output = ""): ConfigurationError | undefined {
  const code = errorCode(error) ?? "";
  if (FORBIDDEN.includes(code) || FORBIDDEN_WORDS.test(output)) {
    const account = process.getuid ? ` (number ${process.getuid()})` : "";
    return new ConfigurationError(
      `This account${account} cannot write in the program's folder ${root}, where Amana writes its pages: give it to this account, or build there with \`npm run build\` as an account that may.`,
    );
  }
  if (!FULL.includes(code) && !reportsFullDisk(output) && !isDiskFull(root)) return undefined;
  return new ConfigurationError(
    `The disk of the program's folder ${root} is full, and Amana writes its pages there: make room, then start it again.`,
  );
}
