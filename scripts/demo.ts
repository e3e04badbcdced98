import { assumeWhereUnset } from "@/lib/platform/environment/env";
import { startProduction } from "./start/start-production";

// Its own folder: nobody's register is ever mixed with the example.
assumeWhereUnset({ AMANA_DATA_DIR: ".demo" });

// Imported after the build, which generates the client that it needs.
await startProduction({
  prepare: async (database) => {
    const [{ fillDemo }, { openMailSink }] = [
      await import("./demo/fill-demo"),
      await import("./demo/mail-sink"),
    ];
    // Opened before the web processes start, which take its address from this process's environment.
    const folder = await openMailSink();
    return [...(await fillDemo(database)), `Letters are sent to nobody, and kept in ${folder}`];
  },
});
