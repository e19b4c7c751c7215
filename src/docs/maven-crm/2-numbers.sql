-- One row per number that the scenario takes from the data by counting.
WITH
span AS (
  SELECT any_value(today - recorded_from) + 1 AS days FROM visible),
closings AS (
  SELECT *, (month(closed) - 1) % 3 + 1 AS quarter_month FROM visible WHERE closed IS NOT NULL),
pooled AS (
  SELECT count(*) FILTER (state = 'Won') AS won, count(*) AS n FROM closings),
by_month AS (
  SELECT quarter_month, count(*) FILTER (state = 'Won') AS won,
         count(*) FILTER (state = 'Lost') AS lost
  FROM closings GROUP BY quarter_month),
-- the 30 (17 on 2017-06-30) whole weeks that end on the day itself
weeks AS (
  SELECT (today - engaged) // 7 AS back, count(*) AS n FROM visible
  WHERE engaged > today - 7 * ((SELECT days FROM span) // 7)::INTEGER GROUP BY back),
arrivals AS (
  SELECT count(*) AS n, (SELECT days FROM span) AS days,
         (SELECT var_samp(n) / avg(n) FROM weeks) AS dispersion
  FROM visible WHERE engaged >= recorded_from),
ratios AS (
  SELECT product, list_price, close_value / list_price AS ratio
  FROM closings JOIN products USING (product) WHERE state = 'Won')
SELECT * FROM (
  -- a month is 365.25 / 12 days
  SELECT 'arrivals per month' AS name, n * 30.4375 / days AS value FROM arrivals
  UNION ALL SELECT 'arrivals standard error', sqrt(dispersion * n) * 30.4375 / days FROM arrivals
  UNION ALL SELECT 'dispersion', dispersion FROM arrivals
  -- six managers, eight hours on each day of the week
  UNION ALL SELECT 'closings per day', n / (SELECT days FROM span) FROM pooled
  UNION ALL SELECT 'effort hours', 6 * 8 * (SELECT days FROM span) / n FROM pooled
  UNION ALL SELECT 'effort standard error', 6 * 8 * (SELECT days FROM span) / n / sqrt(n) FROM pooled
  UNION ALL SELECT 'win share', won / n FROM pooled
  UNION ALL SELECT 'winning ' || quarter_month, ln(b.won / b.lost) - ln(p.won / (p.n - p.won))
            FROM by_month b, pooled p
  UNION ALL SELECT 'winning standard error ' || quarter_month, sqrt(1 / won + 1 / lost) FROM by_month
  UNION ALL SELECT 'mix ' || product, count(*) / (SELECT count(*) FROM visible)
            FROM visible GROUP BY product
  UNION ALL SELECT 'price ' || product, list_price FROM products
  UNION ALL SELECT 'ratio mean ' || product, avg(ratio) FROM ratios GROUP BY product
  UNION ALL SELECT 'ratio mean', avg(ratio) FROM ratios
  UNION ALL SELECT 'ratio sd', stddev_samp(ratio) FROM ratios
  UNION ALL SELECT 'won last quarter', count(*) FROM closings
            WHERE state = 'Won' AND closed >= date_trunc('quarter', today)
  UNION ALL SELECT 'won value last quarter', sum(close_value) FROM closings
            WHERE state = 'Won' AND closed >= date_trunc('quarter', today)
  UNION ALL SELECT 'open deals', count(*) FROM visible WHERE state = 'Open'
  UNION ALL SELECT 'open deals older than any close', count(*) FROM visible WHERE state = 'Open'
            AND today - engaged > (SELECT max(closed - engaged) FROM closings))
ORDER BY name;
