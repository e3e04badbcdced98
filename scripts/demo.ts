import { assumeWhereUnset } from "@/lib/platform/environment/env";
import { startProduction } from "./start/start-production";

// Its own folder: nobody's register is ever mixed with the example.
assumeWhereUnset({ AMANA_DATA_DIR: ".demo" });

// Imported after the build, which generates the client that it needs.
await startProduction({ prepare: async (database) => (await import("./demo/fill-demo")).fillDemo(database) });
