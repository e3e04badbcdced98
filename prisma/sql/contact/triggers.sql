CREATE OR REPLACE TRIGGER contact_knows_archive BEFORE INSERT OR UPDATE OF controller_id ON controller_contact
  FOR EACH ROW EXECUTE FUNCTION contact_knows_archive();
-- Copies the controller's name, which the choice of a portal shows before any scope is opened.
CREATE OR REPLACE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON controller_contact
  FOR EACH ROW EXECUTE FUNCTION record_names_controller();
