import { useRouter } from "next/navigation";
import { useState, type SubmitEvent } from "react";

/** Sends a form whose answer is a file, stores the file and leads to the page that tells of it. */
export function useDownload() {
  const router = useRouter();
  const [status, setStatus] = useState<"idle" | "pending" | "failed">("idle");
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setStatus("pending");
    const { action, method } = event.currentTarget;
    try {
      const response = await fetch(action, { method, body: new FormData(event.currentTarget) });
      if (response.redirected) return location.assign(response.url);
      if (!response.ok) return setStatus("failed");
      storeFile(await response.blob(), nameOf(response));
      router.push(response.headers.get("content-location") ?? location.pathname);
      setStatus("idle");
    } catch {
      setStatus("failed");
    }
  };
  return { isPending: status === "pending", hasFailed: status === "failed", submit };
}

function nameOf(response: Response): string {
  return /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "file.csv";
}

function storeFile(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href, download: name }).click();
  URL.revokeObjectURL(href);
}
