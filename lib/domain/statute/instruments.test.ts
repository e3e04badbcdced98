import { describe, expect, it } from "vitest";
import { judgeInstrument, type InstrumentId } from "./instruments";

const TODAY = "2026-11-24";

describe("judgeInstrument", () => {
  it.each<[InstrumentId, string, string | null, string | null, string]>([
    ["scc-2021-914", TODAY, "MA", "2026-01-10", "valid"],
    ["scc-2021-914", "2021-06-26", "MA", null, "not-in-force"],
    ["scc-2021-915", TODAY, "MA", "2026-01-10", "opens-no-transfer"],
    ["privacy-shield", TODAY, "US", null, "not-in-force"],
    ["privacy-shield", "2020-07-16", "US", null, "not-in-force"],
    ["privacy-shield", "2020-07-15", "US", null, "valid"],
    ["privacy-shield", "2019-01-01", "MA", null, "other-country"],
    ["safe-harbor", "2015-10-05", "US", null, "valid"],
    ["safe-harbor", "2015-10-06", "US", null, "not-in-force"],
    ["safe-harbor", TODAY, "US", "2012-01-01", "not-in-force"],
    ["safe-harbor", "2014-01-01", "MA", null, "other-country"],
    ["scc-2010-87", "2022-12-27", "MA", "2019-05-01", "valid"],
    ["scc-2010-87", "2022-12-28", "MA", "2019-05-01", "not-in-force"],
    ["scc-2010-87", "2022-01-01", "MA", "2021-09-27", "concluded-too-late"],
    ["bcr", TODAY, "MA", null, "valid"],
    ["derogation-49-1-2", TODAY, "MA", null, "valid"],
    ["scc-unspecified", TODAY, "MA", null, "names-no-tool"],
    ["none", TODAY, "MA", null, "names-no-tool"],
  ])("%s on %s to %s, concluded %s: %s", (id, on, country, concludedOn, expected) => {
    const verdict = judgeInstrument(id, { on, country, concludedOn });
    expect(verdict.valid ? "valid" : verdict.why).toBe(expected);
  });
});
