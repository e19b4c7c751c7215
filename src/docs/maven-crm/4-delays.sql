-- The data of the delay's likelihood, counted by day: a deal closed d days after it was engaged; a
-- deal still open after d days; a deal that is known only because it was open at d days, when the
-- recording of closes began (delayed entry).
SELECT 'closed' AS kind, closed - engaged AS days, count(*) AS n FROM visible
  WHERE closed IS NOT NULL GROUP BY days
UNION ALL SELECT 'open', today - engaged AS days, count(*) FROM visible
  WHERE closed IS NULL GROUP BY days
UNION ALL SELECT 'entered', recorded_from - engaged AS days, count(*) FROM visible
  WHERE engaged < recorded_from GROUP BY days
ORDER BY kind, days;
