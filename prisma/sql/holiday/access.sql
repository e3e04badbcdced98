SELECT amana_bind_table('holiday_announcement', 'fact');
SELECT amana_bind_portal('holiday_announcement', ARRAY['id', 'org_id', 'feast', 'year', 'days', 'recorded_at'], 'true');
