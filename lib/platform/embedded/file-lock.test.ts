import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withFileLock } from "@/lib/platform/embedded/file-lock";
import { isStampAlive, processStamp } from "@/lib/platform/embedded/process-stamp";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

function lockPath(): string {
  return join(temporaryFolder("lock"), "work.lock");
}

describe("withFileLock", () => {
  it("lets one work at a time, and leaves nothing behind", async () => {
    const path = lockPath();
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} in`);
      await new Promise((resolve) => setImmediate(resolve));
      events.push(`${name} out`);
    };
    await Promise.all(["a", "b", "c"].map((name) => withFileLock(path, work(name))));
    for (let index = 0; index < events.length; index += 2) {
      expect(events[index]?.replace("in", "out")).toBe(events[index + 1]);
    }
    expect(existsSync(path)).toBe(false);
  });

  it("takes over the lock of a process that is gone, or whose number another has taken", async () => {
    for (const stamp of ["999999999", `${process.pid}@1`, ""]) {
      const path = lockPath();
      writeFileSync(path, stamp);
      await expect(withFileLock(path, async () => "done")).resolves.toBe("done");
    }
  });

  it("gives up on a living holder once its patience ends", async () => {
    const path = lockPath();
    writeFileSync(path, processStamp());
    const waitedFor: string[] = [];
    const attempt = withFileLock(path, async () => "done", {
      patience: 0,
      onWait: (holder) => waitedFor.push(holder),
    });
    await expect(attempt).rejects.toThrow(
      `Another command (process ${process.pid}) has held ${path} for too long`,
    );
  });

  it("frees the lock when the work fails", async () => {
    const path = lockPath();
    await expect(withFileLock(path, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(existsSync(path)).toBe(false);
  });
});

describe("isStampAlive", () => {
  it("knows this process and its parent, and nobody behind a broken stamp", () => {
    expect(isStampAlive(processStamp())).toBe(true);
    expect(isStampAlive(processStamp(process.ppid))).toBe(true);
    for (const stamp of ["", "0", "-1", "abc", "1.5"]) expect(isStampAlive(stamp)).toBe(false);
  });
});
