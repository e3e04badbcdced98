import { setImmediate as turn } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import { POOLS } from "./connections";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { openDatabase } from "@/scripts/test/open-database";
import { PLATFORM, withAuth, withOrg, withPerson, type Tx } from "./transaction";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
afterEach(() => vi.useRealTimers());

type Open = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Units of work that hold every connection of a pool until they are released. */
async function occupyAll(open: Open, most: number) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const held: Promise<void>[] = [];
  const holders = Array.from({ length: most }, () => {
    const { promise, resolve } = withResolvers();
    held.push(promise);
    return open(async () => {
      resolve();
      await released;
    });
  });
  await Promise.all(held);
  return { release, ended: Promise.all(holders) };
}

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

it.each<[string, Open, number]>([
  ["an organisation's", (work) => withOrg(ctx.scope, work), POOLS.app],
  ["a person's", (work) => withPerson(ctx.actor.personId, work), POOLS.app],
  ["the authentication role's", (work) => withAuth(PLATFORM, work), POOLS.auth],
])("%s unit of work waits for a connection as long as others work, and is done", async (_, open, most) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { release, ended } = await occupyAll(open, most);
  const clocks = vi.getTimerCount();
  const readers = [1, 2].map((n) => open(() => Promise.resolve(n)));
  // Each has its own clock by which it would give up.
  while (vi.getTimerCount() < clocks + readers.length) await turn();
  // A machine so busy that nothing is answered for so long.
  vi.advanceTimersByTime(10_000);
  release();
  expect(await Promise.all(readers)).toEqual([1, 2]);
  await ended;
});
