-- The same policies, with the scope compared inside the subquery, as those of the register are: the planner takes a
-- comparison with an unknown text to keep one row in a hundred, and would join and sort a whole journal for fifty lines.
ALTER POLICY readers ON journal_entry
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() IN ('staff', 'auditor')));
ALTER POLICY readers ON journal_text
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() IN ('staff', 'auditor')));
