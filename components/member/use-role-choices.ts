"use client";

import { useTranslations } from "next-intl";
import { ROLES } from "@/lib/domain/access/actor";

/** Every role with what it may do, from the widest to the narrowest. */
export function useRoleChoices() {
  const t = useTranslations("member");
  return ROLES.map((role) => ({
    value: role,
    label: t(`roles.${role}.name`),
    hint: t(`roles.${role}.says`),
  }));
}
