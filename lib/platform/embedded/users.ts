import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isStampAlive, processStamp } from "@/lib/platform/embedded/process-stamp";

let opened = 0;

/** Notes that this process uses the server of a data folder; returns the note, to be handed to `leaveServer`. */
export function joinServer(dataDir: string): string {
  mkdirSync(usersFolder(dataDir), { recursive: true, mode: 0o700 });
  const note = join(usersFolder(dataDir), `${process.pid}-${++opened}`);
  writeFileSync(note, processStamp());
  return note;
}

/** Takes a note back and says whether nobody living is left. Notes of killed processes go too. */
export function leaveServer(dataDir: string, note: string): boolean {
  rmSync(note, { force: true });
  const folder = usersFolder(dataDir);
  const left = readdirSync(folder).map((name) => join(folder, name));
  const living = left.filter((path) => isStampAlive(readFileSync(path, "utf8")));
  for (const path of left) if (!living.includes(path)) rmSync(path, { force: true });
  return living.length === 0;
}

function usersFolder(dataDir: string): string {
  return join(dataDir, "database-users");
}
