import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Programs of ours, without tests and what they share. */
const PROGRAMS = ["lib", "scripts"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/\.(test|fixture|d)\.ts$|^generated\/|^test\//.test(path))
    .map((path) => join(folder, path)),
);

it("leaves no connection of a program whose errors nobody hears: they would end the process", () => {
  const openers = PROGRAMS.map((path) => [path, readFileSync(path, "utf8")] as const).filter(([, text]) =>
    /new (Client|Pool|VerifiedPool)\(\{|new Pool\(piped\)/.test(text),
  );
  expect(openers.length).toBeGreaterThan(5);
  const deaf = openers.filter(([, text]) => !/\.(on|once)\("error"/.test(text)).map(([path]) => path);
  expect(deaf).toEqual([]);
});
