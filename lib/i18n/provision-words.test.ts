import { expect, test } from "vitest";
import { PROVISIONS } from "@/lib/domain/statute/provisions";
import { LOCALES } from "./locale";
import { loadMessages } from "./messages";

test("each provision is explained in every language, and nothing else is", async () => {
  const ids = PROVISIONS.map(({ id }) => id).sort();
  expect(new Set(ids).size).toBe(ids.length);
  for (const locale of LOCALES) {
    const words = (await loadMessages(locale))["law-page"]?.provisions as Record<string, object>;
    expect(Object.keys(words).sort(), locale).toEqual(ids);
    for (const [id, texts] of Object.entries(words))
      expect(Object.keys(texts), `${id} in ${locale}`).toEqual(
        expect.arrayContaining(["title", "says", "example", "inspector"]),
      );
  }
});
