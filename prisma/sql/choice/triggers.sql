CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE UPDATE ON parental_person
  FOR EACH ROW EXECUTE FUNCTION parental_person_refuse_rewrite();
