import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Recovery codes are printed by themselves, not as a page. */
const OWN_PRINT = new Set(["components/second-factor/recovery-codes.tsx", "components/shell/print-act.tsx"]);

it("is the one door to printing, in the frame and on no page of its own", () => {
  const files = ["components", "app"].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".tsx"))
      .map((path) => `${root}/${path}`),
  );
  const printing = files.filter((path) => readFileSync(path, "utf8").includes("window.print()"));
  expect(new Set(printing)).toEqual(OWN_PRINT);
  expect(readFileSync("components/shell/console-shell.tsx", "utf8")).toContain("<PrintAct />");
  expect(readFileSync("components/shell/portal-shell.tsx", "utf8")).toContain("<PrintAct />");
});
