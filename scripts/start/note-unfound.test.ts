import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { noteUnfound } from "./note-unfound.mjs";

const ROW = "0197f0a0-0000-7000-8000-000000000000";

it("hands on what named a row and was not found, and nothing else", async () => {
  const noted: string[] = [];
  const server = createServer((request, response) => {
    noteUnfound(request, response, ({ url, headers }) => noted.push(`${url} ${headers.cookie}`));
    response.writeHead(request.url?.includes("known") ? 200 : 404).end();
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  for (const path of [
    `/nejma/contracts/${ROW}`,
    `/nejma/known/${ROW}`,
    "/nejma/nothing",
    `/nejma/x?id=${ROW}`,
  ])
    await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: "amana.session=a" } });
  await new Promise<void>((done) => void server.close(() => done()));
  expect(noted).toEqual([`/nejma/contracts/${ROW} amana.session=a`]);
});
