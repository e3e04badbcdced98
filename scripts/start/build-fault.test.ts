import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { temporaryFolder } from "../test/temporary-folder";
import { withBuildLock } from "./build";
import { explainBuildFault } from "./build-fault";
import { exitCodeOf } from "./child";
import { wordsOf } from "./run";

const root = temporaryFolder("program");
const systemError = (code: string) => Object.assign(new Error(`${code}: of the system`), { code });
const failing = (code: string) => async () => Promise.reject(systemError(code));
const sentenceOf = (work: Promise<unknown>) => work.then(() => "no fault", wordsOf);

it.each(["ENOSPC", "EDQUOT"])(
  "says in one sentence that the disk is full, on %s during a build",
  async (code) => {
    const sentence = await sentenceOf(withBuildLock(failing(code), () => {}, root));
    expect(sentence).toBe(
      `The disk of the program's folder ${root} is full, and Amana writes its pages there: make room, then start it again.`,
    );
  },
);

it.each(["EACCES", "EPERM", "EROFS"])(
  "says in one sentence that the folder is read-only, on %s",
  async (code) => {
    const sentence = await sentenceOf(withBuildLock(failing(code), () => {}, root));
    expect(sentence).toMatch(/^This account.* cannot write in the program's folder .*npm run build.*\.$/);
    expect(sentence).not.toContain("\n");
  },
);

it.skipIf(!existsSync("/sys/kernel"))("says so of a folder that takes no files at all", async () => {
  const sentence = await sentenceOf(
    withBuildLock(
      async () => {},
      () => {},
      "/sys/kernel",
    ),
  );
  expect(sentence).toMatch(/^This account.* cannot write in the program's folder \/sys\/kernel/);
});

it.each([
  ["Error: ENOSPC: no space left on device, write", /is full/],
  ["TurbopackInternalError: No space left on device (os error 28)", /is full/],
  ["failed to write .next/x: Read-only file system (os error 30)", /cannot write/],
  ["Error: EACCES: permission denied, mkdir '.next'", /cannot write/],
])("takes it from what the compiler wrote, which is then not shown: %s", async (words, expected) => {
  const program = ["-e", `console.error(${JSON.stringify(words)}); process.exit(1)`];
  const explain = (output: string) => explainBuildFault(root, undefined, output);
  const fault: unknown = await exitCodeOf(program, { quiet: true, explain }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(ConfigurationError);
  expect(wordsOf(fault)).toMatch(expected);
});

it("leaves another fault as it is", async () => {
  const fault = new Error("a page does not compile");
  expect(
    await sentenceOf(
      withBuildLock(
        async () => Promise.reject(fault),
        () => {},
        root,
      ),
    ),
  ).toBe(fault);
  expect(explainBuildFault(root, fault, "Type error: x is no number")).toBeUndefined();
});
