import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Pages that a client's contact or an auditor opens, and the parts that are named after them. */
const OUTSIDE = ["app", "components"]
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => `${room}/${file}`),
  )
  .filter((file) => file.endsWith(".tsx"))
  .filter((file) => /^app\/\((?:portal|auditor)\)\/|^components\/(?:audit|portal)|\/portal-/.test(file));

it("pages for clients and auditors print no figure but in a sentence, which names what it counts", () => {
  expect(OUTSIDE.length).toBeGreaterThan(40);
  const bare = OUTSIDE.filter((file) => /format(?:Number|Count)\(/.test(readFileSync(file, "utf8")));
  expect(bare).toEqual([]);
});
