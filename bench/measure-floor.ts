import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { required } from "@/lib/domain/invariant/required";
import { projectRoot } from "@/scripts/start/build";
import { findFreePort } from "@/scripts/test/amana";
import { get, measureSpeed, type Speed, type Target } from "./load";
import type { Measured } from "./seed";

type Floor = { appUrl: string; authUrl: string; visible: string; workers: number; organisation: Measured };

/** Serves the same visible page by node:http and pg, in as many processes, and measures it in the same way. */
export async function measureFloor(floor: Floor): Promise<Speed> {
  const { target, stop } = await startFloor(floor);
  try {
    return await measureSpeed(target);
  } finally {
    stop();
  }
}

type StartedFloor = { pid: number; target: Target; stop: () => void };

export async function startFloor({ organisation, ...floor }: Floor): Promise<StartedFloor> {
  const folder = mkdtempSync(join(tmpdir(), "amana-floor-"));
  const settings = join(folder, "settings.json");
  const port = await findFreePort();
  writeFileSync(settings, JSON.stringify({ ...floor, port }), { mode: 0o600 });
  const child = spawn(process.execPath, ["--import", "tsx", join(projectRoot, "bench/floor.ts"), settings], {
    stdio: "inherit",
  });
  const stop = () => {
    child.kill();
    rmSync(folder, { recursive: true });
  };
  const target = { url: `http://127.0.0.1:${port}/`, cookie: `amana.session=${organisation.token}` };
  try {
    await waitFor(target);
    return { pid: required(child.pid, "pid of the floor"), target, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function waitFor(target: Target): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await get(target);
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error("The floor does not answer.");
}
