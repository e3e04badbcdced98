CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE UPDATE ON consultation_person
  FOR EACH ROW EXECUTE FUNCTION consultation_person_refuse_rewrite();
