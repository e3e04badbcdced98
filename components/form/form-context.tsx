"use client";

import { createContext, useContext } from "react";
import type { useServerForm } from "./use-server-form";

/** As much of a form as its fields need. */
type FormAround = Pick<ReturnType<typeof useServerForm>, "field" | "choice" | "valueOf" | "errorOf">;

const FormContext = createContext<FormAround | null>(null);

/** Lends a form to groups of fields that several forms ask: a page puts them inside. */
export const FormProvider = FormContext.Provider;

/** The form around; a group of fields outside one is a fault of its page. */
export function useFormAround() {
  const form = useContext(FormContext);
  if (!form) throw new Error("These fields need a FormProvider above them.");
  return form;
}

/** A tick as a form began with it, or as it was sent: "on", "true" or true. */
export function isTicked(value: unknown): boolean {
  return value === true || value === "on" || value === "true";
}
