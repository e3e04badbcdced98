/** Returns the only one of a list, which a form may preselect; of several none, since choosing states a fact. */
export function soleOf<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}
