// Next reads AsyncLocalStorage of the global object once, as its first module loads: it stands there before any test's.
import "next/dist/server/node-environment-baseline";
import { afterEach, vi } from "vitest";

// A test that ran out of time sets its clock back no more: the files after it would run on another day.
afterEach(() => {
  vi.useRealTimers();
});

// A hash of a password as costly as the product's, for each organisation that a test makes, is a twentieth of their time.
// eslint-disable-next-line no-restricted-properties -- it is replaced in every worker, before any test is read
vi.mock("@node-rs/argon2", async (importOriginal) => {
  const argon2 = await importOriginal<typeof import("@node-rs/argon2")>();
  return {
    ...argon2,
    hash: (password: string) => argon2.hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 }),
  };
});

const shared = globalThis as { hearsDriver?: true };

// Fails the run on two queries at once on a connection without a pipeline, which the driver's next release refuses.
if (!shared.hearsDriver)
  process.on("warning", (warning) => {
    if (warning.message.includes("already executing a query")) throw warning;
  });
shared.hearsDriver = true;
