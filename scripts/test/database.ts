import type { TestProject } from "vitest/node";
import { openTestCluster, type TestCluster } from "./cluster";

declare module "vitest" {
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** Before the tests that need a database: one server for all of them, stopped when they are done. */
export default async function setup(project: TestProject) {
  const { release, ...cluster } = await openTestCluster();
  project.provide("testCluster", cluster);
  return release;
}
