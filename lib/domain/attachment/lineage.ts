/** A file, the one it replaces, and what is said where it was put beside the wrong subject. */
type Link = { id: string; replacesId: string | null; withdrawal: object | null };

/** Versions of one document, newest first: the current one, its predecessors, and those withdrawn. */
export type Lineage<T> = {
  /** The last file of the line, which a newer one replaces, whether it counts or not. */
  last: string;
  /** Null where every file of it was withdrawn. */
  current: T | null;
  earlier: T[];
  withdrawn: T[];
};

/**
 * Files as documents, in the order in which those that end a line were given. A file whose successor is there is
 * earlier; where that one is withdrawn, the one before it stands again.
 */
export function lineagesOf<T extends Link>(files: readonly T[]): Lineage<T>[] {
  const byId = new Map(files.map((file) => [file.id, file]));
  const replaced = new Set(files.map(({ replacesId }) => replacesId));
  return files
    .filter(({ id }) => !replaced.has(id))
    .map((last) => {
      const line = lineOf(last, byId);
      const [current = null, ...earlier] = line.filter((file) => file.withdrawal === null);
      return { last: last.id, current, earlier, withdrawn: line.filter((file) => file.withdrawal !== null) };
    });
}

function lineOf<T extends Link>(file: T, byId: ReadonlyMap<string, T>): T[] {
  const earlier = file.replacesId === null ? undefined : byId.get(file.replacesId);
  return [file, ...(earlier ? lineOf(earlier, byId) : [])];
}
