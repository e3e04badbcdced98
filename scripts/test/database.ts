import type { TestProject } from "vitest/node";
import { join } from "node:path";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { projectRoot } from "../start/build";
import { compileChildren } from "../start/compile-children";
import { openTestCluster, testFolder, type TestCluster } from "./cluster";

declare module "vitest" {
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/**
 * Before the tests that need a database: one server for all of them, stopped when they are done, and the programs of
 * child processes, which each test would compile anew as it starts one. A run that watches files compiles none, for
 * they may change.
 */
export default async function setup(project: TestProject) {
  if (!project.vitest.config.watch) {
    const children = join(testFolder, "children");
    await compileChildren(projectRoot, children);
    assumeEnvironment({ TEST_CHILDREN: children });
  }
  const { release, ...cluster } = await openTestCluster();
  project.provide("testCluster", cluster);
  return release;
}
