import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { bareDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { assessInChild, migrateInChild } from "./update-in-child";

let database: Pick<FreshDatabase, "ownerUrl" | "drop">;
const { secret } = inject("testCluster");

beforeAll(async () => {
  database = await bareDatabase();
});
afterAll(() => database.drop());

describe("a child that updates a database", { timeout: 120_000 }, () => {
  it("applies what is missing once, and assesses what there is", async () => {
    const { ownerUrl } = database;
    expect((await migrateInChild(ownerUrl, secret)).length).toBeGreaterThan(0);
    expect(await migrateInChild(ownerUrl, secret)).toEqual([]);
    const notes: string[] = [];
    await assessInChild({ ownerUrl, secret }, (note) => notes.push(note));
    expect(notes).toEqual([]);
  });

  it("throws the fault of its work", async () => {
    const nowhere = new URL(database.ownerUrl);
    nowhere.pathname = "/amana_nowhere";
    const fault = await migrateInChild(nowhere.href, secret).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Error);
    expect(fault).not.toBeInstanceOf(ConfigurationError);
    expect(String(fault)).toContain("amana_nowhere");
  });
});
