import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** Before the tests of a project: the folder of their temporary ones, which they leave empty. */
export default function setup(project: TestProject) {
  const root = mkdtempSync(join(tmpdir(), "amana-tests-"));
  project.provide("temporaryRoot", root);
  return () => {
    try {
      removeEmpty(root);
    } catch (error) {
      // Vitest prints the error of a tear-down and ends with 0 all the same.
      process.exitCode = 1;
      throw error;
    }
  };
}

/** Removes the folder of a run. Throws where tests left something in it, and names that. */
export function removeEmpty(root: string): void {
  const left = readdirSync(root);
  rmSync(root, { recursive: true, force: true });
  if (left.length > 0) throw new Error(`Tests left in ${root}: ${left.join(", ")}.`);
}
