-- Everybody who may enter a portal, in the order in which the list of them all is read.
CREATE INDEX "controller_contact_org_id_controller_name_name_id_idx"
  ON "controller_contact"("org_id", "controller_name", "name", "id");
