import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { checkDataFolder } from "./data-folder";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

const folder = temporaryFolder("data");

it("makes a folder that is not there, and leaves it empty", () => {
  const data = join(folder, "some", "data");
  checkDataFolder(data);
  expect(readdirSync(data)).toEqual([]);
});

it("changes nothing of what a folder holds", () => {
  writeFileSync(join(folder, "secret"), "kept");
  checkDataFolder(folder);
  expect(readFileSync(join(folder, "secret"), "utf8")).toBe("kept");
});

it.each(["", "/below"])("refuses a file in place of the folder%s, in a sentence, and keeps it", (below) => {
  const file = join(folder, "file");
  writeFileSync(file, "kept");
  const refusal = new ConfigurationError(
    `The data folder ${file}${below} is a file, or lies below one: name another in AMANA_DATA_DIR.`,
  );
  expect(() => checkDataFolder(file + below)).toThrow(refusal);
  expect(readFileSync(file, "utf8")).toBe("kept");
});

// Its files are the system's own, and no account makes another.
it.skipIf(!existsSync("/proc/self"))("refuses a folder that takes no files, and says what to do", () => {
  expect(() => checkDataFolder("/proc")).toThrow(
    /^This account \(number \d+\) cannot write in the data folder \/proc \(\w+\): give it to this account, or name another in AMANA_DATA_DIR\.$/,
  );
});
