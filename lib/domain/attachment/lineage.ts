/** A file and the one it replaces. */
type Link = { id: string; replacesId: string | null };

/** One document: its files, the one that stands first, then those before it. */
export type Lineage<T> = { standing: T; earlier: T[] };

/** Files as documents, in the order in which those that stand were given. A file whose successor is there is earlier. */
export function lineagesOf<T extends Link>(files: readonly T[]): Lineage<T>[] {
  const byId = new Map(files.map((file) => [file.id, file]));
  const replaced = new Set(files.map(({ replacesId }) => replacesId));
  return files
    .filter(({ id }) => !replaced.has(id))
    .map((standing) => ({ standing, earlier: before(standing, byId) }));
}

function before<T extends Link>({ replacesId }: T, byId: ReadonlyMap<string, T>): T[] {
  const earlier = replacesId === null ? undefined : byId.get(replacesId);
  return earlier ? [earlier, ...before(earlier, byId)] : [];
}
