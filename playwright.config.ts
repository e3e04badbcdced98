import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser } from "./e2e/browser";
import { readServer, serverFile } from "./e2e/server";

const executablePath = await findBrowser();

/** Marks what repeats a journey over languages, widths, themes, formats, servers, or browsers without JavaScript. */
const MULTIPLIES = /@multiplies/;
/** Marks what shows a way of a noun: a happy one, a refusal, or another organisation that finds nothing. */
const WAY = /@(?:happy|refusal|foreign)-/;

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  // Tests of one file are shared by the workers as well, so that none ends long after the other.
  fullyParallel: true,
  workers: 2,
  // A second try tells a race from a fault and leaves a trace; a test that passes at it has failed all the same.
  retries: 1,
  projects: [
    { name: "journeys", grep: WAY, grepInvert: MULTIPLIES },
    { name: "screens", grep: MULTIPLIES },
    { name: "workflows", grepInvert: [MULTIPLIES, WAY] },
  ],
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
    // Costs a tenth of the time, so only a second try has one.
    trace: { mode: "on-first-retry", screenshots: false, sources: false },
    screenshot: "only-on-failure",
  },
});
