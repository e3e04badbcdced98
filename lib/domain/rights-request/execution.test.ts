import { expect, it } from "vitest";
import { executionOf, shownState, type Execution } from "./execution";
import type { TaskOutcome } from "./facts";

it.each<[(TaskOutcome | null)[], Execution]>([
  [["done", "done"], "done"],
  [["done", "none-held"], "done"],
  [["none-held", "none-held"], "none-held"],
  [["done", "impossible"], "partly"],
  [["none-held", "impossible"], "not-done"],
  [["impossible", "impossible"], "not-done"],
  [["done", null], "partly"],
  [[], "not-done"],
])("sums up %j as %s", (outcomes, execution) => {
  const tasks = outcomes.map((outcome) => ({ outcome }));
  expect(executionOf(tasks)).toBe(execution);
  expect(shownState({ state: "confirmed", tasks })).toBe(`confirmed-${execution}`);
  expect(shownState({ state: "executing", tasks })).toBe("executing");
});
