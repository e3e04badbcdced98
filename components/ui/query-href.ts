/** Omits empty values and the default view. */
export function queryHref(
  path: string,
  asked: Readonly<Record<string, string | undefined>>,
  openView?: string,
): string {
  const stated = Object.entries(asked).filter(
    (entry): entry is [string, string] => !!entry[1] && !(entry[0] === "view" && entry[1] === openView),
  );
  return stated.length > 0 ? `${path}?${new URLSearchParams(stated)}` : path;
}
