import { expect, test } from "vitest";
import { sectionSchemas } from "./schema";

const ticked = (specialCategories: unknown) =>
  sectionSchemas["persons-and-data"].parse({ specialCategories }).specialCategories;

test.each([undefined, null, false, "", [], [false], [""]])("%j is no box ticked", (sent) => {
  expect(ticked(sent)).toEqual([]);
});

test.each(["health", ["health"], ["", "health"], [false, "health"]])("%j is one", (sent) => {
  expect(ticked(sent)).toEqual(["health"]);
});

test("a box that does not exist is refused", () => {
  expect(sectionSchemas["persons-and-data"].safeParse({ specialCategories: ["x"] }).success).toBe(false);
});
