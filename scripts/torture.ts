import { buildIfStale } from "./start/build";
import { runToEnd } from "./start/run";

// The client that the torture needs is made by the build.
await runToEnd(async () => {
  await buildIfStale();
  const { torture } = await import("./torture/run");
  await torture();
});
