import { afterAll, expect, it } from "vitest";
import { newId } from "@/lib/platform/database/ids";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { countWeighted } from "./rate-limit";
import { beginUpload, KIBIBYTES_PER_HOUR, READING_PER_HOUR } from "./upload-limit";

const database = await freshDatabase();
afterAll(() => database.drop());

const NOW = new Date("2026-12-01T10:00:00Z");
const LATER = new Date("2026-12-01T11:00:01Z");
const sending = (bytes: number) =>
  new Request("http://localhost", { method: "POST", headers: { "content-length": String(bytes) } });
const mayBegin = async (personId: string, bytes: number, now = NOW) => {
  const end = await beginUpload(personId, sending(bytes), now);
  end?.();
  return end !== null;
};

it("takes no more bytes of one person within an hour than one may send, and of another as before", async () => {
  const [person, other] = [newId(NOW), newId(NOW)];
  const half = (KIBIBYTES_PER_HOUR.tries / 2) * 1024;
  expect(await mayBegin(person, half)).toBe(true);
  expect(await mayBegin(person, half)).toBe(true);
  expect(await mayBegin(person, 1)).toBe(false);
  expect(await mayBegin(other, 1)).toBe(true);
  expect(await mayBegin(person, 1, LATER)).toBe(true);
});

it("takes no file of whose reading was as long as one may ask for within an hour", async () => {
  const person = newId(NOW);
  await countWeighted(`upload:reading:${person}`, READING_PER_HOUR.tries + 1, READING_PER_HOUR, NOW);
  expect(await mayBegin(person, 1)).toBe(false);
  expect(await mayBegin(person, 1, LATER)).toBe(true);
});

it("reads three files of one person at once", async () => {
  const person = newId(NOW);
  const ends = [];
  for (let count = 0; count < 3; count += 1) ends.push(await beginUpload(person, sending(1), NOW));
  expect(ends).not.toContain(null);
  expect(await beginUpload(person, sending(1), NOW)).toBeNull();
  ends[0]!();
  expect(await beginUpload(person, sending(1), NOW)).not.toBeNull();
});
