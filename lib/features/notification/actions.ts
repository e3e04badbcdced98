"use server";

import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import { allReadSchema, notificationReadSchema, shownKindsSchema } from "./schema";
import {
  chooseNotificationKinds,
  readAllNotifications,
  readNotification,
} from "@/lib/features/notification/write/mutations";

function openNotifications(_: null, org: string): never {
  redirect(`/${org}/notifications`);
}

export const submitNotificationRead = staffAction({
  schema: notificationReadSchema,
  verb: readNotification,
  then: openNotifications,
});

export const submitAllRead = staffAction({
  schema: allReadSchema,
  verb: readAllNotifications,
  then: openNotifications,
});

export const submitShownKinds = staffAction({
  schema: shownKindsSchema,
  verb: chooseNotificationKinds,
  then: openNotifications,
});
