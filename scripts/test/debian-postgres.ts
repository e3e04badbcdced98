import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** An installed PostgreSQL: its major version, and where its programs and its own files are. */
export type InstalledPostgres = { major: number; bin: string; share: string };

const PROGRAMS = "/usr/lib/postgresql";
const FILES = "/usr/share/postgresql";

/** The oldest PostgreSQL of at least 15 that Debian or Ubuntu installed: what runs there runs on those after it. */
export function findDebianPostgres(programs = PROGRAMS, files = FILES): InstalledPostgres | undefined {
  if (!existsSync(programs)) return undefined;
  const majors = readdirSync(programs).map(Number);
  return majors
    .filter((major) => major >= 15)
    .sort((a, b) => a - b)
    .map((major) => ({ major, bin: join(programs, `${major}`, "bin"), share: join(files, `${major}`) }))
    .find(({ bin, share }) => existsSync(join(bin, "initdb")) && existsSync(share));
}
