SELECT amana_bind_table('assignment_fact', 'fact');
SELECT amana_bind_table('member_absence', 'fact');
