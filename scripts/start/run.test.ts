import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { withFileLock } from "@/lib/platform/embedded/file-lock";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { wordsOf } from "./run";
import { temporaryFolder } from "../test/temporary-folder";

const FULL = "/dev/full";

it.skipIf(!existsSync(FULL))(
  "says in words that the disk is full, where a lock cannot be written",
  async () => {
    const folder = temporaryFolder("full");
    const lock = join(folder, "database.lock");
    symlinkSync(FULL, `${lock}.${process.pid}`);
    const fault: unknown = await withFileLock(lock, async () => "locked").catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: "ENOSPC" });
    expect(wordsOf(fault)).toMatch(/^The disk is full/);
    expect(readdirSync(folder)).toEqual([]);
    expect(await withFileLock(lock, async () => "locked")).toBe("locked");
  },
);

it("knows it by what PostgreSQL says, and by what lies beneath another fault", () => {
  const full = Object.assign(new Error("could not extend file"), { code: "53100" });
  expect(wordsOf(full)).toMatch(/^The disk is full/);
  expect(wordsOf(new Error("a migration failed", { cause: full }))).toMatch(/^The disk is full/);
  expect(wordsOf(new AggregateError([full]))).toMatch(/^The disk is full/);
});

it("says a mistake in the settings in its own words, and anything else as it is", () => {
  expect(wordsOf(new ConfigurationError("AMANA_URL is no address"))).toBe("AMANA_URL is no address");
  const fault = new Error("of ours");
  expect(wordsOf(fault)).toBe(fault);
});
