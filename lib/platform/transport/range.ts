/** Bytes asked for, both ends included. */
export type ByteRange = { from: number; to: number };

/**
 * The part that a request asks for, RFC 9110 §14; null for the whole: nothing was asked, several parts were, or the file
 * changed since the part before (`If-Range`).
 */
export function readRange(
  headers: Headers,
  { size, etag }: { size: number; etag: string },
): ByteRange | "unsatisfiable" | null {
  const condition = headers.get("if-range");
  if (condition !== null && condition !== etag) return null;
  const asked = /^bytes=(\d*)-(\d*)$/.exec(headers.get("range")?.trim() ?? "");
  if (!asked) return null;
  const [, first = "", last = ""] = asked;
  if (first === "" && last === "") return null;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (first === "" && Number(last) === 0) return "unsatisfiable";
  if (from >= size) return "unsatisfiable";
  return from > to ? null : { from, to };
}
