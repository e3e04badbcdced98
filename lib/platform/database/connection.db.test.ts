import { expect, it } from "vitest";
import { openDatabase } from "@/scripts/test/open-database";
import { execute } from "@/scripts/test/cluster";
import { issueSetupToken } from "@/lib/platform/secrets/setup-token";
import { withConnection } from "./connection";

const { ownerUrl } = await openDatabase();

const END_OTHERS = `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`;

it("fails the statement under way where the server ends the connection, and nothing else", async () => {
  const unheard: unknown[] = [];
  const note = (error: unknown) => unheard.push(error);
  process.on("uncaughtExceptionMonitor", note);
  try {
    const broken = withConnection(ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ name: string }>("SELECT current_database() AS name");
      await execute(ownerUrl, END_OTHERS);
      return owner.query("SELECT $1::text", [rows[0]?.name]);
    });
    await expect(broken).rejects.toThrow(/terminat|connection error/);
  } finally {
    process.off("uncaughtExceptionMonitor", note);
  }
  expect(unheard).toEqual([]);
  expect(await issueSetupToken(ownerUrl)).toMatch(/^[\w-]{43}$/);
});
