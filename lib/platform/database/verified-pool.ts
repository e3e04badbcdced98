import { Pool, type PoolClient } from "pg";

type Leased = (error: Error | undefined, client: PoolClient | undefined, release: () => void) => void;

/**
 * `restedMs` is as long as pg-pool itself keeps an idle connection: one that rested longer may have died unheard. A
 * server that is there answers at once; behind a cut cable nothing comes, and `answerMs` ends the waiting. `idleMs` is
 * how long a connection beyond `min` rests before it is closed.
 */
const LIMITS = { restedMs: 10_000, answerMs: 2_000, idleMs: 60_000 };

/**
 * A pool of which `min` idle connections stay open, and the others for a while after the burst that opened them. One that
 * rested is asked whether it still lives before it is given out, and replaced where it does not, so that a server that
 * was restarted in between fails no page.
 */
export class VerifiedPool extends Pool {
  readonly #returnedAt = new WeakMap<PoolClient, number>();

  constructor(
    config: ConstructorParameters<typeof Pool>[0],
    readonly limits = LIMITS,
  ) {
    super({ ...config, idleTimeoutMillis: limits.idleMs, keepAlive: true });
    this.on("release", (_, client) => this.#returnedAt.set(client, performance.now()));
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Leased): void;
  override connect(callback?: Leased): Promise<PoolClient> | void {
    const leased = this.#lease();
    if (!callback) return leased;
    leased.then(
      (client) => callback(undefined, client, () => client.release()),
      (error: Error) => callback(error, undefined, () => {}),
    );
  }

  async #lease(): Promise<PoolClient> {
    const client = await super.connect();
    if (!this.#hasRested(client) || (await isAlive(client, this.limits.answerMs))) return client;
    client.release(true);
    return this.#lease();
  }

  #hasRested(client: PoolClient): boolean {
    const returnedAt = this.#returnedAt.get(client);
    return returnedAt !== undefined && performance.now() - returnedAt >= this.limits.restedMs;
  }
}

async function isAlive(client: PoolClient, withinMs: number): Promise<boolean> {
  const hear = () => {};
  client.on("error", hear);
  try {
    const query = { text: "SELECT 1", query_timeout: withinMs };
    await client.query(query);
    return true;
  } catch {
    return false;
  } finally {
    client.off("error", hear);
  }
}
