import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser } from "./e2e/browser";
import { readServer, serverFile } from "./e2e/server";
import { env } from "./lib/platform/environment/env";

const executablePath = await findBrowser();

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: false,
  workers: 2,
  // Retries once on CI; a test that then passes is reported as flaky.
  retries: env().CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  // Tolerates a busy machine; a passing assertion returns at once.
  expect: { timeout: 15_000 },
  outputDir: "test-results",
  reporter: [["list"], ["json", { outputFile: ".test/reports/e2e.json" }]],
  use: {
    // Workers read this file again after the set-up, and then know the address.
    baseURL: existsSync(serverFile) ? readServer().baseUrl : undefined,
    locale: "fr-FR",
    timezoneId: "Africa/Casablanca",
    browserName: "chromium",
    launchOptions: { executablePath, args: browserFlags },
    // Costs a tenth of the time: where a test is tried again, its second try alone has one.
    trace: { mode: env().CI ? "on-first-retry" : "retain-on-failure", screenshots: false, sources: false },
    screenshot: "only-on-failure",
  },
});
