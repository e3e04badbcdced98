import { stopChildren } from "./child";
import { explain } from "./run";

type Cleanup = () => Promise<unknown>;

/** Thrown between two steps of a start that was asked to stop. */
class Stopped extends Error {}

/**
 * Runs a start step by step until a signal comes, then undoes in reverse what it began. Ctrl-C, SIGTERM and a closed
 * terminal all end it in order, even half-way through a step.
 */
export async function runUntilStopped(start: (steps: Steps) => Promise<void>): Promise<never> {
  const cleanups: Cleanup[] = [];
  const signal = nextSignal();
  let isStopped = false;
  void signal.then(() => {
    isStopped = true;
    stopChildren();
  });
  const step = async <T>(work: () => Promise<T>, undo?: (result: T) => Promise<unknown>): Promise<T> => {
    if (isStopped) throw new Stopped();
    const result = await work();
    if (undo) cleanups.push(() => undo(result));
    if (isStopped) throw new Stopped();
    return result;
  };
  const code = await start({ step })
    .then(() => signal)
    .then(() => 0)
    .catch((error: unknown) => {
      if (isStopped) return 0;
      explain(error);
      return 1;
    });
  for (const cleanup of cleanups.reverse()) await cleanup().catch(explain);
  process.exit(code);
}

export type Steps = {
  /** Does one thing and remembers how to undo it. */
  step: <T>(work: () => Promise<T>, undo?: (result: T) => Promise<unknown>) => Promise<T>;
};

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => resolve());
  });
}
