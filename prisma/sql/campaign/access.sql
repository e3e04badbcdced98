SELECT amana_bind_table('campaign', 'row');

SELECT amana_bind_table('campaign_fact', 'fact');

SELECT amana_bind_table('campaign_scrub', 'fact');

SELECT amana_bind_table('campaign_version', 'version');
