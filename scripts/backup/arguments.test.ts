import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readArguments } from "./arguments";

const read = (...args: string[]) => readArguments("npm run backup -- FILE", ["force", "check"], args);

describe("readArguments", () => {
  it("takes one file and the options that are known", () => {
    expect(read("a.amana", "--force")).toMatchObject({ path: resolve("a.amana"), options: { force: true } });
    expect(read("a.amana").options.force).toBeUndefined();
  });

  it.each([[[]], [["a", "b"]], [["a", "--forec"]], [[""]]])(
    "refuses %j, and says how it is called",
    (args) => {
      expect(() => read(...args)).toThrow(
        expect.objectContaining({ exitCode: 2, message: expect.stringMatching(/FILE/) }),
      );
    },
  );
});
