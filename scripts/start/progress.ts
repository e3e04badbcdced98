/** Says what a stage is doing at present; the text stands in its next line. */
export type Note = (text: string) => void;

export type Progress = {
  /** Runs one stage, and writes a line when it is done. */
  stage: <T>(name: string, work: (note: Note) => Promise<T>) => Promise<T>;
  /** Ends the lines of stages that take long. */
  stop: () => void;
};

type Running = { since: number; text: string };

type ProgressOptions = {
  /** Number of stages to come, which may run side by side. */
  total: number;
  write?: (line: string) => void;
  /** Milliseconds between two lines about the stages under way. */
  interval?: number;
};

/**
 * Writes the progress of a start: "2 of 4: database ready, 2 migrations applied (3 s)" for each stage that is done,
 * and a line about those under way every few seconds, so that a slow machine is not taken for one that hangs.
 */
export function reportProgress({ total, write = console.log, interval = 5_000 }: ProgressOptions): Progress {
  const running = new Map<string, Running>();
  let done = 0;
  const timer = setInterval(() => {
    for (const [name, stage] of running)
      write(`   … ${describe(name, stage.text)} (${secondsSince(stage)} s)`);
  }, interval);
  timer.unref();
  const run = async <T>(name: string, work: (note: Note) => Promise<T>) => {
    const stage: Running = { since: Date.now(), text: "" };
    running.set(name, stage);
    try {
      const result = await work((text) => (stage.text = text));
      write(`${++done} of ${total}: ${describe(`${name} ready`, stage.text)} (${secondsSince(stage)} s)`);
      return result;
    } finally {
      running.delete(name);
    }
  };
  return { stage: run, stop: () => clearInterval(timer) };
}

function describe(name: string, text: string): string {
  return text ? `${name}, ${text}` : name;
}

function secondsSince({ since }: Running): number {
  return Math.round((Date.now() - since) / 1000);
}
