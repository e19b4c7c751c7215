-- What could be seen on the day `as_of`: a deal once it is engaged; its close, value and final
-- stage once it has closed. Everything after this file reads `visible` and nothing else.
-- Run from the project's root:  SET VARIABLE as_of = DATE '2017-09-30';  then this file.
CREATE OR REPLACE TABLE products AS
  SELECT product, CAST(sales_price AS DOUBLE) AS list_price
  FROM read_csv('scenarios/maven-crm/products.csv', header = true);

CREATE OR REPLACE TABLE visible AS
  SELECT opportunity_id AS id,
         sales_agent AS owner,
         -- the pipeline spells one product without its blank
         CASE raw.product WHEN 'GTXPro' THEN 'GTX Pro' ELSE raw.product END AS product,
         engage_date AS engaged,
         CASE WHEN close_date <= getvariable('as_of') THEN close_date END AS closed,
         CASE WHEN close_date <= getvariable('as_of') THEN deal_stage ELSE 'Open' END AS state,
         CASE WHEN close_date <= getvariable('as_of') THEN close_value END AS close_value,
         getvariable('as_of') AS today,
         -- no close before this day is recorded
         DATE '2017-03-01' AS recorded_from
  FROM read_csv('scenarios/maven-crm/sales_pipeline.csv', header = true,
         columns = {'opportunity_id': 'VARCHAR', 'sales_agent': 'VARCHAR', 'product': 'VARCHAR',
                    'account': 'VARCHAR', 'deal_stage': 'VARCHAR', 'engage_date': 'DATE',
                    'close_date': 'DATE', 'close_value': 'DOUBLE'}) AS raw
  WHERE engage_date <= getvariable('as_of');
