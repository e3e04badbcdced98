import { generateIfStale } from "./start/build";
import { runToEnd } from "./start/run";
import { toolPath } from "./start/tool";
import { runCheck, runStaticChecks } from "./verify/checks";

await runToEnd(async () => {
  await generateIfStale();
  const results = await runStaticChecks();
  const unit = { name: "unit tests", commands: () => [[toolPath("vitest"), "run", "--project", "unit"]] };
  results.push(await runCheck(unit));
  const failed = results.filter(({ isPassed }) => !isPassed).map(({ name }) => name);
  if (failed.length > 0) throw new Error(`Not in order: ${failed.join(", ")}.`);
});
