import { accessSync, closeSync, constants, mkdirSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { errorCode } from "@/lib/platform/environment/private-file";

/** Files of the data folder that a start reads, where they are there. */
const KEPT_FILES = ["secret", "database.json"];

/** Makes the data folder, and finds out whether this account can keep files in it. Throws `ConfigurationError`. */
export function checkDataFolder(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    writeTrial(join(dataDir, `trial.${process.pid}`));
    for (const name of KEPT_FILES) readTrial(join(dataDir, name));
  } catch (error) {
    throw refusalOf(dataDir, errorCode(error)) ?? error;
  }
}

function writeTrial(path: string) {
  try {
    closeSync(openSync(path, "w", 0o600));
  } finally {
    rmSync(path, { force: true });
  }
}

function readTrial(path: string) {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
}

/** ENOENT is what the system says of a new folder on a disk that takes no writing. */
function refusalOf(dataDir: string, code: string | undefined): ConfigurationError | undefined {
  const elsewhere = "name another in AMANA_DATA_DIR";
  if (code === "ENOTDIR" || code === "EEXIST")
    return new ConfigurationError(`The data folder ${dataDir} is a file, or lies below one: ${elsewhere}.`);
  if (code === undefined || !["EACCES", "EPERM", "EROFS", "ENOENT"].includes(code)) return undefined;
  const account = process.getuid ? ` (number ${process.getuid()})` : "";
  return new ConfigurationError(
    `This account${account} cannot write in the data folder ${dataDir} (${code}): give it to this account, or ${elsewhere}.`,
  );
}
