import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkNodeVersion } from "./node-version";
import { refuseNode } from "./oldest-node.mjs";

it.each(["16.20.2", "18.20.8", "19.9.0", "20.9.0", "20.18.3"])(
  "refuses Node %s, and says what to do",
  (version) => {
    expect(() => checkNodeVersion(version)).toThrow(
      /^Amana needs Node 20\.19 or later, and this is .*: install /,
    );
  },
);

it.each(["20.19.0", "20.20.2", "22.0.0", "24.21.0", "100.0.0"])("runs on Node %s", (version) => {
  expect(refuseNode(version)).toBe("");
});

it("refuses what the package says that it does not run on", () => {
  const { engines } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
  expect(refuseNode("0.0.0")).toContain(engines.node.replace(">=", "Node "));
});
