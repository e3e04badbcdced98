import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANSWER, makeHeartbeat, processorSeconds, watchHeartbeat } from "./heartbeat";

let child: ChildProcess;
beforeEach(async () => {
  child = fork(join(import.meta.dirname, "heartbeat.fixture.mjs"), { execArgv: [] });
  await once(child, "message");
});
afterEach(async () => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
});

/** Lets this process work for so many processor seconds, whatever the clock says. */
async function spend(seconds: number, meanwhile: () => void) {
  const begun = process.cpuUsage();
  for (let spent = 0; spent < seconds * 1e6; spent = sumOf(process.cpuUsage(begun))) {
    meanwhile();
    await turn();
  }
}
const sumOf = ({ user, system }: NodeJS.CpuUsage) => user + system;

async function answered() {
  for (;;) {
    const [message] = (await once(child, "message")) as [unknown];
    if (message === ANSWER) return;
  }
}

// Elsewhere the system does not tell what another process spends, and nothing is replaced.
describe.runIf(process.platform === "linux")("a process", () => {
  it("that works on without answering is ended, with the reason", async () => {
    const reasons: string[] = [];
    watchHeartbeat(child, { seconds: 0.3, onEnd: (reason) => void reasons.push(reason) }, 20);
    const ended = once(child, "exit");
    child.send("loop");
    expect(await ended).toEqual([null, "SIGKILL"]);
    expect(reasons).toEqual([expect.stringMatching(`^The web worker ${child.pid} is replaced: it spent`)]);
  });

  it("that gets no processor is not ended, however long it says nothing, and answers once it goes on", async () => {
    child.kill("SIGSTOP");
    const beat = makeHeartbeat(child, { seconds: 0.1 });
    await spend(1, beat);
    const heard = answered();
    child.kill("SIGCONT");
    await heard;
    expect([child.exitCode, child.signalCode]).toEqual([null, null]);
  });

  it("that answers is not ended, however much it works", async () => {
    const beat = makeHeartbeat(child, { seconds: 0.1 });
    const before = processorSeconds(child.pid)!;
    while (processorSeconds(child.pid)! < before + 0.5) {
      beat();
      child.send("alive?");
      await answered();
    }
    expect([child.exitCode, child.signalCode]).toEqual([null, null]);
  });
});

it("of which nothing is told is let be", () => {
  expect(processorSeconds(undefined)).toBeNull();
});
