import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { readBeats } from "./beat";
import type { JobDefinition } from "./definition";
import { startJobs } from "./start-jobs";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let own: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

const PATIENCE = { timeout: 30_000, interval: 100 };

/** A job that only counts how often it was run. */
function counted(stated: Partial<JobDefinition> & { name: string }) {
  const count = { runs: 0 };
  const job: JobDefinition = {
    schedule: { daily: "00:10" },
    run: async () => void (count.runs += 1),
    ...stated,
  };
  return { job, count };
}

async function asJobs<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: database.jobsUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const dayOfBeat = async (job: string) => (await readBeats()).get(job)?.toISOString().slice(0, 10);

describe("startJobs", () => {
  it("runs a daily job that nobody was up for, once between two that start at once, and puts it on its schedule", async () => {
    const { job, count } = counted({ name: "daily-once" });
    const [first, second] = [startJobs([job]), startJobs([job])];
    await Promise.all([first.ready, second.ready]);
    await vi.waitFor(() => expect(count.runs).toBe(1), PATIENCE);
    await vi.waitFor(async () => expect((await readBeats()).has("daily-once")).toBe(true), PATIENCE);
    const [schedule] = await asJobs(
      "SELECT cron, timezone FROM amana_jobs.schedule WHERE name = 'daily-once'",
    );
    expect(schedule).toMatchObject({ cron: expect.stringMatching(/^10 \d+ \* \* \*$/), timezone: "UTC" });
    const sent = await asJobs("SELECT 1 FROM amana_jobs.job WHERE name = 'daily-once'");
    expect(sent).toHaveLength(1);
    await Promise.all([first.stop(), second.stop()]);

    const again = startJobs([job]);
    await again.ready;
    expect(await asJobs("SELECT 1 FROM amana_jobs.job WHERE name = 'daily-once'")).toHaveLength(1);
    await again.stop();
    expect(count.runs).toBe(1);
  });

  it("hears a letter at the commit that queued it, and again after the database let go of it", async () => {
    const { job, count } = counted({ name: "hearing", schedule: "minutely", heardOn: "amana_outbox" });
    const { ready, stop } = startJobs([job]);
    await ready;
    await vi.waitFor(() => expect(count.runs).toBeGreaterThan(0), PATIENCE);
    const before = count.runs;
    await makeLetter(own);
    await vi.waitFor(() => expect(count.runs).toBeGreaterThan(before), PATIENCE);

    await asJobs(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()",
    );
    const lost = count.runs;
    await vi.waitFor(() => expect(count.runs).toBeGreaterThan(lost), PATIENCE);
    await stop();
  });

  it("lets what it does come to its end when it is stopped", async () => {
    let isEnded = false;
    let finish!: () => void;
    const work = new Promise<void>((resolve) => (finish = resolve));
    const { job, count } = counted({ name: "slow", schedule: "minutely", heardOn: "amana_outbox" });
    const run = async () => {
      count.runs += 1;
      await work;
      isEnded = true;
    };
    const { ready, stop } = startJobs([{ ...job, run }]);
    await ready;
    await vi.waitFor(() => expect(count.runs).toBeGreaterThan(0), PATIENCE);
    const stopping = stop();
    finish();
    await stopping;
    expect(isEnded).toBe(true);
  });

  it("runs a daily job whose hour the machine slept over, and one of every minute after the clock was set back", async () => {
    const daily = counted({ name: "slept-over" });
    const minutely = counted({ name: "set-back", schedule: "minutely" });
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      vi.setSystemTime(new Date("2026-11-24T06:40:00Z"));
      const { ready, stop } = startJobs([daily.job, minutely.job], { sweepEveryMs: 200, pollSeconds: 1 });
      await ready;
      await vi.waitFor(() => expect(daily.count.runs).toBe(1), PATIENCE);
      await vi.waitFor(async () => expect(await dayOfBeat("slept-over")).toBe("2026-11-24"), PATIENCE);

      vi.setSystemTime(new Date("2026-11-25T08:30:00Z"));
      await vi.waitFor(() => expect(daily.count.runs).toBe(2), PATIENCE);
      await vi.waitFor(async () => expect(await dayOfBeat("slept-over")).toBe("2026-11-25"), PATIENCE);

      const before = minutely.count.runs;
      vi.setSystemTime(new Date("2026-11-23T08:30:00Z"));
      await vi.waitFor(() => expect(minutely.count.runs).toBeGreaterThan(before), {
        ...PATIENCE,
        timeout: 5_000,
      });
      await stop();
    } finally {
      vi.useRealTimers();
    }
  });
});
