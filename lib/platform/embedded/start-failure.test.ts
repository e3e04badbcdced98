import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { lastingFailure } from "./start-failure";

const failure = (output: string) => lastingFailure({ cluster: tmpdir(), output, cause: new Error("pg_ctl") });

it("knows files of another version, and says both versions", () => {
  const found = failure(
    "FATAL:  database files are incompatible with server\n" +
      "DETAIL:  The data directory was initialized by PostgreSQL version 17, which is not compatible with this version 18.4.",
  );
  expect(found).toBeInstanceOf(ConfigurationError);
  expect(found!.message).toMatch(/was written by PostgreSQL 17, and this Amana brings PostgreSQL 18;/);
});

it.each([
  'FATAL:  could not write lock file "postmaster.pid": No space left on device',
  "PANIC:  could not write to file: Disk quota exceeded",
])("knows a full disk by %s", (output) => {
  expect(failure(output)).toMatchObject({ code: "ENOSPC" });
});

it("leaves a moment's failure to another try", () => {
  expect(failure('FATAL:  lock file "postmaster.pid" already exists')).toBeUndefined();
  expect(failure("")).toBeUndefined();
});
