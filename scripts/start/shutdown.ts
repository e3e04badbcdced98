import { env } from "@/lib/platform/environment/env";
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

/**
 * Waits for two steps that run side by side until both have ended, so that what one has begun can be undone although the
 * other failed. The first failure ends the programs that run on our behalf, and is thrown.
 */
export async function runTogether<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  const both = Promise.all([one, other]);
  both.catch(stopChildren);
  await Promise.allSettled([one, other]);
  return both;
}

export type Steps = {
  /** Does one thing and remembers how to undo it. */
  step: <T>(work: () => Promise<T>, undo?: (result: T) => Promise<unknown>) => Promise<T>;
};

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => resolve());
    if (env().npm_lifecycle_event) watchParent(resolve);
  });
}

/** A signal sent to npm ends the shell between npm and us, and goes no further: its end is our signal. */
function watchParent(onGone: () => void) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onGone();
  }, 500).unref();
}
