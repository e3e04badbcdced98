import type { LogHead, LogProposal } from "@/lib/features/call-log/schema";

type Answer<T> = { ok: true; value: T } | { ok: false; error: string };

/** Asks how a log is read, by its first bytes alone. */
export async function askProposal(
  org: string,
  file: File,
  { bytes, chosen }: { bytes: number; chosen: Record<string, string> },
): Promise<Answer<LogProposal>> {
  const response = await fetch(`/api/call-logs/${org}/proposal?${new URLSearchParams(chosen)}`, {
    method: "POST",
    body: file.slice(0, bytes),
    headers: { "content-type": "application/octet-stream" },
  }).catch(() => null);
  if (!response?.ok) return { ok: false, error: response?.status === 409 ? "noTable" : "failed" };
  return { ok: true, value: (await response.json()) as LogProposal };
}

/** Sends a log; `onShare` hears how much of it has left, from 0 to 1, which no other request of a browser tells. */
export function sendLog(
  org: string,
  file: File,
  { head, onShare }: { head: LogHead; onShare: (share: number) => void },
): Promise<Answer<{ id: string }>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/call-logs/${org}?${new URLSearchParams({ about: JSON.stringify(head) })}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onerror = () => resolve({ ok: false, error: "brokenOff" });
    request.onload = () => {
      const answer = (request.response ?? {}) as { id?: string; error?: string };
      resolve(
        request.status === 200 && answer.id
          ? { ok: true, value: { id: answer.id } }
          : { ok: false, error: answer.error ?? "failed" },
      );
    };
    request.send(file);
  });
}
