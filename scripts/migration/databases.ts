import { randomBytes } from "node:crypto";
import type { Client } from "pg";
import { withConnection } from "@/lib/platform/database/connection";
import { execute, openTestCluster, urlOfDatabase } from "../test/cluster";

/** Runs `work` with a copy of the database that the migrations make, or with an empty one; it is dropped afterwards. */
export async function withScratch<T>(
  from: "migrated" | "empty",
  work: (ownerUrl: string, secret: string) => Promise<T>,
): Promise<T> {
  const { ownerUrl, template, secret, release } = await openTestCluster();
  const name = `amana_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  try {
    await execute(ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${from === "empty" ? "template0" : template}`);
    return await work(urlOfDatabase(ownerUrl, name), secret);
  } finally {
    // Without FORCE, which may not end an autovacuum worker: the server asks that one to leave.
    await execute(ownerUrl, `DROP DATABASE IF EXISTS ${name}`);
    await release();
  }
}

/** Runs `work` in a transaction of the owner that is rolled back. */
export function withOwner<T>(ownerUrl: string, work: (owner: Client) => Promise<T>): Promise<T> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query("BEGIN");
    return work(owner);
  });
}
