import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../start/build";

/** Kinds of files in a room, in the order in which they are run: access names functions, and views the tables they show. */
export const SOURCE_KINDS = ["functions", "views", "access", "triggers", "rows"] as const;

export type Source = { path: string; script: string };

const SOURCES = "prisma/sql";

/** Reads the files of functions, views, policies and triggers, every room's of one kind before those of the next. */
export function readSources(root = projectRoot): Source[] {
  const rooms = readdirSync(join(root, SOURCES)).sort();
  return SOURCE_KINDS.flatMap((kind) =>
    rooms.flatMap((room) =>
      readdirSync(join(root, SOURCES, room))
        .filter((name) => name.startsWith(kind) && name.endsWith(".sql"))
        .sort()
        .map((name) => join(SOURCES, room, name))
        .map((path) => ({ path, script: readFileSync(join(root, path), "utf8") })),
    ),
  );
}
