import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, inject, onTestFinished, TestRunner } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** Folder of this run, in which every test makes its own: what is left there fails the run. */
    temporaryRoot: string;
  }
}

/**
 * Makes an empty folder and removes it, whatever becomes of the test: after the test that asks for it, or, asked for
 * outside of one, after the last of its file.
 */
export function temporaryFolder(name: string): string {
  const root = inject("temporaryRoot");
  mkdirSync(root, { recursive: true });
  const folder = mkdtempSync(join(root, `${name}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  if (TestRunner.getCurrentTest()) onTestFinished(remove);
  else afterAll(remove);
  return folder;
}
