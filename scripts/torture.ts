import { buildIfStale } from "./start/build";
import { runToEnd } from "./start/run";

// The client that the torture needs is made by the build.
await runToEnd(async () => {
  await buildIfStale();
  const { readTorture, torture } = await import("./torture/run");
  const { kills, notices } = readTorture();
  if (kills > 0) await torture(kills);
  if (notices > 0) {
    const { tortureNotices } = await import("./torture/notices");
    await tortureNotices(notices);
  }
});
