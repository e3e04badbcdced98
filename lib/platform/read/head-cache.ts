import type { OrgScope } from "@/lib/domain/access/scope";
import { findJournalChanges, type JournalChanges, NO_CHANGES } from "./journal-changes";
import { readerFor } from "./reader";

/** Milliseconds for which a value holds without an entry of the journal: a job may reassess gaps without one. */
const HOLDS_MS = 60_000;
/** Limits how many values one cache remembers: one of a large organisation has megabytes. */
const MOST = 50;

type Held<Value> = { head: string; slot: number; value: Promise<Value> };

/** Computes a value from all rows, or from what it was and what the journal says of the changes since. */
export type Computing<Value> = {
  compute: () => Promise<Value>;
  /**
   * Returns null where the changes do not tell enough: the value is computed from all rows then. `isLater` says that a
   * minute has passed, in which a job may have changed rows without an entry.
   */
  follow?: (value: Value, changes: JournalChanges, isLater: boolean) => Promise<Value | null>;
};

/**
 * Remembers in this process what pages compute from all rows of a scope, until the journal's head moves or a minute has
 * passed. `key` names whatever else the value depends on, but the instant.
 */
export class HeadCache<Value> {
  readonly #held = new Map<string, Held<Value>>();

  async read(
    scope: OrgScope,
    key: string,
    now: Date,
    computing: Computing<Value> | Computing<Value>["compute"],
  ): Promise<Value> {
    const [head] = await readerFor(scope).$queryRaw<{ seq: string }[]>`SELECT seq::text FROM journal_head`;
    return this.at(head?.seq ?? "", scope, key, now, computing);
  }

  /** Reads what was held at a head, follows the entries since, or computes it. */
  at(
    head: string,
    scope: OrgScope,
    key: string,
    now: Date,
    computing: Computing<Value> | Computing<Value>["compute"],
  ): Promise<Value> {
    const name = [...nameOf(scope), key].join(" ");
    const slot = Math.floor(now.getTime() / HOLDS_MS);
    const known = this.#held.get(name);
    if (known?.head === head && known.slot === slot) return known.value;
    const { compute, follow } = typeof computing === "function" ? { compute: computing } : computing;
    const value =
      known && follow && isReached(known.head, head)
        ? followed(
            scope,
            known,
            { compute, follow },
            { isLater: known.slot !== slot, hasMoved: known.head !== head },
          )
        : compute();
    this.#store(name, { head, slot, value });
    // Lets the next page ask again after a failure.
    value.catch(() => this.#forget(name, value));
    return value;
  }

  #store(name: string, held: Held<Value>): void {
    this.#held.delete(name);
    this.#held.set(name, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MOST && oldest !== undefined) this.#held.delete(oldest);
  }

  #forget(name: string, value: Promise<Value>): void {
    if (this.#held.get(name)?.value === value) this.#held.delete(name);
  }
}

/** A head without entries is "": there is nothing to follow from it. */
function isReached(known: string, head: string): boolean {
  return known !== "" && head !== "" && BigInt(known) <= BigInt(head);
}

async function followed<Value>(
  scope: OrgScope,
  known: Held<Value>,
  { compute, follow }: Required<Computing<Value>>,
  { isLater, hasMoved }: { isLater: boolean; hasMoved: boolean },
): Promise<Value> {
  const [value, changes] = await Promise.all([
    known.value.catch(() => null),
    hasMoved ? findJournalChanges(readerFor(scope), known.head) : NO_CHANGES,
  ]);
  return (value !== null && changes && (await follow(value, changes, isLater))) || compute();
}

/** Names whatever narrows a scope, so that no reader is served another's rows. */
function nameOf({ org, scope, controllerId, controllerIds = [], grantId, personId }: OrgScope): string[] {
  return [org, scope, controllerId ?? "", controllerIds.join(","), grantId ?? "", personId ?? ""];
}
