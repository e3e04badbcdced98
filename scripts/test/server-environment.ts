// Next reads AsyncLocalStorage of the global object once, as its first module loads: it stands there before any test's.
import "next/dist/server/node-environment-baseline";

const shared = globalThis as { hearsDriver?: true };

// Fails the run on two queries at once on a connection without a pipeline, which the driver's next release refuses.
if (!shared.hearsDriver)
  process.on("warning", (warning) => {
    if (warning.message.includes("already executing a query")) throw warning;
  });
shared.hearsDriver = true;
