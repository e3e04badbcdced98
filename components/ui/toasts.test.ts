import { afterEach, expect, test, vi } from "vitest";
import { closeToast, currentToasts, showToast, watchToasts } from "./toasts";

afterEach(() => currentToasts().forEach((toast) => closeToast(toast.id)));

test("two things done stand together, a third sends the oldest away", () => {
  ["T-014 relue", "T-015 relue", "T-016 relue"].forEach((text) => showToast({ text }));
  expect(currentToasts().map((toast) => toast.text)).toEqual(["T-015 relue", "T-016 relue"]);
});

test("closing one tells whoever watches and leaves the other", () => {
  const first = showToast({ text: "T-030 close" });
  showToast({ text: "T-031 close" });
  const listener = vi.fn();
  const stop = watchToasts(listener);
  closeToast(first);
  expect(currentToasts().map((toast) => toast.text)).toEqual(["T-031 close"]);
  expect(listener).toHaveBeenCalledTimes(1);
  stop();
  showToast({ text: "T-032 close" });
  expect(listener).toHaveBeenCalledTimes(1);
});
