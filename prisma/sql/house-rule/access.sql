SELECT amana_bind_table('house_rule', 'row');

SELECT amana_bind_table('house_rule_version', 'version');
