import { expect, it } from "vitest";
import { beginTask, tooMany, untilRead } from "./task-limit";

it("begins three at once for one person, as many for another, and the next when one has ended", () => {
  const turns = Array.from({ length: 40 }, () => beginTask("editor"));
  const begun = turns.filter((turn) => turn !== null);
  expect(begun).toHaveLength(3);
  const other = beginTask("officer");
  expect(other).not.toBeNull();
  begun[0]!();
  begun[0]!();
  const next = beginTask("editor");
  expect(next).not.toBeNull();
  expect(beginTask("editor")).toBeNull();
  for (const end of [...begun, other!, next!]) end();
  expect(beginTask("editor")).not.toBeNull();
});

it("says when to come back", () => {
  expect([tooMany().status, tooMany().headers.get("retry-after")]).toEqual([429, "10"]);
});

it("ends with the last byte of what is made, not with its first", async () => {
  let ended = 0;
  const made = new Response("a register", { status: 200, headers: { "content-type": "text/csv" } });
  const answer = untilRead(made, () => void (ended += 1));
  expect(ended).toBe(0);
  expect(await answer.text()).toBe("a register");
  expect(answer.headers.get("content-type")).toBe("text/csv");
  expect(ended).toBe(1);
});

it("ends as well where the reader goes away, or the making breaks off", async () => {
  const ended: string[] = [];
  const given = untilRead(new Response("long"), () => void ended.push("given up"));
  await given.body!.cancel();
  const broken = new ReadableStream({
    pull(controller) {
      controller.error(new Error("broke off"));
    },
  });
  await expect(untilRead(new Response(broken), () => void ended.push("broken")).text()).rejects.toThrow();
  expect(ended).toEqual(["given up", "broken"]);
});
