import { afterAll } from "vitest";
import { type FreshDatabase, freshDatabase } from "./fresh-database";

/** Opens a fresh database for the tests of a file, which awaits it before its tests; it is dropped after the last of them. */
export async function openDatabase(options?: { isNew: boolean }): Promise<FreshDatabase> {
  const database = await freshDatabase(options);
  afterAll(() => database.drop());
  return database;
}
