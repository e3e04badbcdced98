/** A question to the person about one value; `key` is a message under `import.doubts`. */
export type Finding = { key: string; params: Record<string, string> };

const QUOTED = 120;

/** A finding that quotes what was written, cut where it is long. */
export function doubt(key: string, text: string, params: Record<string, string> = {}): Finding {
  return { key, params: { text: text.length > QUOTED ? `${text.slice(0, QUOTED - 1)}…` : text, ...params } };
}
