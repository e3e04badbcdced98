import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaContainer, SchemaEngine } from "@prisma/schema-engine-wasm";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { migrationAdapter } from "@/lib/platform/migrate/adapter";

let loaded: Promise<void> | undefined;

/** Runs `work` with Prisma's schema engine in WebAssembly: it needs no download, unlike the native one. */
export async function withEngine<T>(
  ownerUrl: string,
  schema: SchemaContainer[],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await (loaded ??= load());
  const datamodels = schema.map(({ path, content }): [string, string] => [path, content]);
  const adapter = migrationAdapter(ownerUrl);
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  try {
    const engine = await glue.SchemaEngine.new({ datamodels }, () => {}, bound);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await adapter.close();
  }
}

/** The package expects a bundler to load the module for it; Node is told by hand. */
async function load() {
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(path.replace(/schema_engine\.js$/, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": withIdleTimers() });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
}

/** The engine never clears the ten seconds it allows for its lock; they must not keep a finished process waiting. */
function withIdleTimers(): WebAssembly.ModuleImports {
  const imports: WebAssembly.ModuleImports = { ...glue };
  const name = Object.keys(imports).find((key) => key.startsWith("__wbg_setTimeout_"));
  if (name) imports[name] = (run: () => void, delay: number) => setTimeout(run, delay).unref();
  return imports;
}
