"use client";

import { createContext, useContext } from "react";
import type { useServerForm } from "./use-server-form";

type FormAround = Pick<ReturnType<typeof useServerForm>, "field" | "choice" | "valueOf" | "errorOf">;

const FormContext = createContext<FormAround | null>(null);

export const FormProvider = FormContext.Provider;

/** Throws outside a form: a programming error of the page. */
export function useFormAround() {
  const form = useContext(FormContext);
  if (!form) throw new Error("These fields need a FormProvider above them.");
  return form;
}

/** Accepts "on", "true" and true. */
export function isTicked(value: unknown): boolean {
  return value === true || value === "on" || value === "true";
}
