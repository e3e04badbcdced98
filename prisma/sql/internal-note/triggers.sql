CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE UPDATE ON internal_note
  FOR EACH ROW EXECUTE FUNCTION internal_note_refuse_rewrite();

-- Somebody wrote about it: it stays when the example is cleared.
CREATE OR REPLACE TRIGGER example_kept AFTER INSERT ON internal_note
  FOR EACH ROW EXECUTE FUNCTION thread_keeps_example();
