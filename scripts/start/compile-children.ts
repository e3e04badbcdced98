import { join } from "node:path";
import { build } from "esbuild";
import { CHILD_PROGRAMS, COMPILED_CHILDREN } from "@/lib/platform/log/child-lines";

/** Compiles the programs of child processes, each into one file; packages stay where they are installed. */
export async function compileChildren(
  root: string,
  outdir: string = join(root, COMPILED_CHILDREN),
): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [...CHILD_PROGRAMS],
    outbase: root,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
}
