import type { OrgScope } from "@/lib/domain/access/scope";
import { readerFor } from "./reader";

/** Milliseconds for which a value holds without an entry of the journal: a job may reassess gaps without one. */
const HOLDS_MS = 60_000;
/** Limits how many values one cache remembers: one of a large organisation has megabytes. */
const MOST = 50;

type Held<Value> = { head: string; slot: number; value: Promise<Value> };

/**
 * Remembers in this process what pages compute from all rows of a scope, until the journal's head moves or a minute has
 * passed. `key` names whatever else the value depends on, but the instant.
 */
export class HeadCache<Value> {
  readonly #held = new Map<string, Held<Value>>();

  async read(scope: OrgScope, key: string, now: Date, compute: () => Promise<Value>): Promise<Value> {
    const [head] = await readerFor(scope).$queryRaw<{ seq: string }[]>`SELECT seq::text FROM journal_head`;
    return this.at(head?.seq ?? "", scope, key, now, compute);
  }

  /** Reads what was held at a head, or computes it. */
  at(head: string, scope: OrgScope, key: string, now: Date, compute: () => Promise<Value>): Promise<Value> {
    const name = [...nameOf(scope), key].join(" ");
    const slot = Math.floor(now.getTime() / HOLDS_MS);
    const known = this.#held.get(name);
    if (known?.head === head && known.slot === slot) return known.value;
    const value = compute();
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

/** Names whatever narrows a scope, so that no reader is served another's rows. */
function nameOf({ org, scope, controllerId, controllerIds = [], grantId, personId }: OrgScope): string[] {
  return [org, scope, controllerId ?? "", controllerIds.join(","), grantId ?? "", personId ?? ""];
}
