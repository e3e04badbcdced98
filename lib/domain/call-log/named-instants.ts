/** Milliseconds by which two exchanges that give one call one name may differ about its instant. */
export const SAME_CALL_MS = 10_000;

/** Says what the dialler's name of a call means beside its instant. */
export type NamedCall = "known" | "shared" | "new";

/**
 * Instants of one person's calls by the dialler's name. A name at the same instant is the same call; at another one it may
 * be the same call, or the identifier of a lead that is called again: "shared" says that it cannot be told.
 */
export class NamedInstants {
  readonly #instants = new Map<number, Map<number, number>>();

  clear(): void {
    this.#instants.clear();
  }

  find(name: number, at: number): NamedCall {
    const own = this.#instants.get(name);
    if (!own) return "new";
    const slot = Math.floor(at / SAME_CALL_MS);
    const isNear = [slot - 1, slot, slot + 1].some((one) => {
      const other = own.get(one);
      return other !== undefined && Math.abs(other - at) < SAME_CALL_MS;
    });
    return isNear ? "known" : "shared";
  }

  /** Adds a call; of calls within one slot the first is enough, for any other there is the same call. */
  add(name: number, at: number): void {
    const own = this.#instants.get(name) ?? new Map<number, number>();
    this.#instants.set(name, own);
    const slot = Math.floor(at / SAME_CALL_MS);
    if (!own.has(slot)) own.set(slot, at);
  }
}
