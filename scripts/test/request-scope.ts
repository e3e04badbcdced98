import { HeadersAdapter } from "next/dist/server/web/spec-extension/adapters/headers";
import {
  MutableRequestCookiesAdapter,
  RequestCookiesAdapter,
} from "next/dist/server/web/spec-extension/adapters/request-cookies";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";

/** Runs what an action does within a request of Next's own, so that it finds its headers and cookies. */
export function withinRequest<T>(sent: Record<string, string>, run: () => Promise<T>): Promise<T> {
  const headers = HeadersAdapter.from(new Headers(sent));
  const cookies = new RequestCookies(headers);
  const mutableCookies = MutableRequestCookiesAdapter.wrap(cookies, () => {});
  const request = {
    type: "request",
    phase: "action",
    headers,
    cookies: RequestCookiesAdapter.seal(cookies),
    mutableCookies,
    userspaceMutableCookies: mutableCookies,
  };
  const work = { route: "/", page: "/", forceStatic: false, dynamicShouldError: false };
  return workAsyncStorage.run(work as never, () => workUnitAsyncStorage.run(request as never, run));
}
