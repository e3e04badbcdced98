import { exportRefusedPeople } from "@/lib/features/consultation/read/refused-lines";
import { refusedPeopleSchema } from "@/lib/features/consultation/schema";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: refusedPeopleSchema,
  exportFile: exportRefusedPeople,
  // Gives back lines of a file that was sent.
  isOfEverything: () => false,
  back: (org) => `/${org}/telephone/consultations`,
  fault: "refused lines of people could not be taken",
});
