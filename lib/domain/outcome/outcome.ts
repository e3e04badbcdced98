/** A message key with its parameters; sentences live in the catalogue. `path` names the field, "" the whole form. */
export type Issue = { path: string; key: string; params?: Record<string, string | number> };

/** Refusals are expected outcomes: verbs return them and never throw them. */
export type Refusal =
  | { kind: "forbidden" }
  | { kind: "not-found" }
  | { kind: "invalid"; issues: Issue[] }
  /** Allowed, but confirmed once more first: a signature cannot be undone. */
  | { kind: "unconfirmed"; reading?: string }
  /** Concurrent save: `current` is the stored content, so that both can be shown. */
  | { kind: "conflict"; current: unknown; version: number; author: string; at: string };

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse<T = never>(refusal: Refusal): Outcome<T> {
  return { ok: false, refusal };
}

export function invalid<T = never>(path: string, key: string, params?: Issue["params"]): Outcome<T> {
  return { ok: false, refusal: { kind: "invalid", issues: [{ path, key, ...(params ? { params } : {}) }] } };
}

/** Reports a concurrent save: the stored content, its version, and its last author. */
export function conflict<T = never>(
  current: unknown,
  version: number,
  last?: { authorName: string; recordedAt: Date } | null,
): Outcome<T> {
  const { authorName: author = "", recordedAt } = last ?? {};
  return refuse({ kind: "conflict", current, version, author, at: recordedAt?.toISOString() ?? "" });
}
