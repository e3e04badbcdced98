import { expect, test } from "vitest";
import { beginHref, templatesHref } from "./template-address";

test("a controller that was chosen goes along", () => {
  expect(templatesHref("atlas", "")).toBe("/atlas/records/templates");
  expect(templatesHref("atlas", "c1", "voicebot")).toBe("/atlas/records/templates/voicebot?controller=c1");
  expect(beginHref("atlas", "")).toBe("/atlas/records/new");
  expect(beginHref("atlas", "c1", "voicebot")).toBe("/atlas/records/new?template=voicebot&controller=c1");
});
