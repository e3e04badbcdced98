"use client";

import { bindAction } from "@/components/form/bind-action";
import type { FormAction } from "@/components/form/use-server-form";
import {
  endFromPortal,
  endThread,
  submitReading,
  submitReadingInPortal,
  sendFromPortal,
  sendMessage,
} from "@/lib/features/thread/actions";
import type { ThreadPlace } from "./place";

const ACTS = {
  send: { staff: sendMessage, contact: sendFromPortal },
  end: { staff: endThread, contact: endFromPortal },
  read: { staff: submitReading, contact: submitReadingInPortal },
};

export function threadAction(act: keyof typeof ACTS, place: ThreadPlace): FormAction {
  const { [place.side]: action } = ACTS[act];
  return bindAction(action, place.side === "staff" ? place.org : place.contact);
}
