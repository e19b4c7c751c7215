-- What happened, quarter by quarter: it scores the forecasts and reaches no number of a scenario.
-- The only step besides 1-visible.sql that reads the pipeline, and it reads all of it.
SELECT year(close_date) || '-Q' || quarter(close_date) AS quarter,
       count(*) AS won, CAST(sum(close_value) AS BIGINT) AS value
FROM read_csv('scenarios/maven-crm/sales_pipeline.csv', header = true,
       columns = {'opportunity_id': 'VARCHAR', 'sales_agent': 'VARCHAR', 'product': 'VARCHAR',
                  'account': 'VARCHAR', 'deal_stage': 'VARCHAR', 'engage_date': 'DATE',
                  'close_date': 'DATE', 'close_value': 'DOUBLE'})
WHERE deal_stage = 'Won' GROUP BY quarter ORDER BY quarter;
