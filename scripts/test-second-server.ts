import { assumeEnvironment } from "@/lib/platform/environment/env";
import { buildIfStale, generateIfStale } from "./start/build";
import { runToEnd } from "./start/run";
import { formatTally, sumTallies } from "./test/reports";
import { runPlaywright, runVitest } from "./test/runners";
import { openSecondServer } from "./test/second-server";

// All that a database can make fail, on a server that is not the embedded one: through DATABASE_URL, as on many machines.
await runToEnd(async () => {
  await generateIfStale();
  await buildIfStale();
  const server = await openSecondServer();
  try {
    console.log(`On ${server.name}:`);
    assumeEnvironment({ TEST_DATABASE_URL: server.ownerUrl });
    const runs = [await runVitest(["db"]), ...(await runPlaywright(["journeys"]))];
    const total = sumTallies(runs.map(({ tally }) => tally));
    console.log(`\n${server.name}: ${formatTally(total)}`);
    if (total.failed > 0) throw new Error("Not all passed there.");
  } finally {
    await server.discard();
  }
});
