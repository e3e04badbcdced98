import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { runningCompilers } from "./compilers.fixture";
import { renderPdf } from "./render-pdf";

const SECONDS = 4;

it.skipIf(!existsSync("/proc/self/stat"))(
  "counts the processor time of a compiler, not the time that it waits",
  { timeout: 120_000 },
  async () => {
    const made = renderPdf({
      template: "lib/platform/pdf/rows.fixture.typ",
      locale: "fr",
      data: { rows: [{ label: "Fondement", text: "Contrat" }] },
      limits: { seconds: SECONDS, megabytes: 1600 },
    });
    const compiler = await vi.waitUntil(() => runningCompilers()[0], { timeout: 60_000, interval: 5 });
    process.kill(compiler.pid, "SIGSTOP");
    await delay(SECONDS * 1000 + 1000);
    process.kill(compiler.pid, "SIGCONT");
    await expect(made).resolves.toBeInstanceOf(Uint8Array);
  },
);
