import { DatabaseError } from "pg";
import { describe, expect, it } from "vitest";
import { inWords } from "./in-words";

const systemError = (code: string) => Object.assign(new Error(`${code}: refused`), { code });
const serverError = (code: string) => Object.assign(new DatabaseError("no space left", 0, "error"), { code });
const failWith = (error: unknown) => inWords(() => Promise.reject(error), "No backup was made.");

describe("inWords", () => {
  it.each([
    [systemError("ENOSPC"), /^The disk is full\..*No backup was made\.$/],
    [systemError("EACCES"), /may not write/],
    [systemError("EISDIR"), /name of a folder/],
    [systemError("EPERM"), /make it on another, then copy it/],
    [serverError("53100"), /^The database's disk is full/],
    [serverError("57P01"), /stopped half-way/],
  ])("says %s in a sentence, and what came of it", async (error, message) => {
    await expect(failWith(error)).rejects.toThrow(message);
  });

  it("lets through what it does not know", async () => {
    for (const error of [new Error("a fault of ours"), serverError("23505")]) {
      await expect(failWith(error)).rejects.toBe(error);
    }
  });
});
