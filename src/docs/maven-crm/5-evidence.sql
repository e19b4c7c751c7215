-- What speaks for a limit on closings: engaged and closed by month, and the age of what closed.
SELECT strftime(month, '%Y-%m') AS month,
       count(*) FILTER (what = 'engaged') AS engaged,
       count(*) FILTER (what = 'closed') AS closed,
       count(*) FILTER (what = 'closed' AND state = 'Won') AS won,
       count(*) FILTER (what = 'closed' AND age <= 30) AS closed_within_30_days,
       count(*) FILTER (what = 'closed' AND age > 30) AS closed_later
FROM (SELECT date_trunc('month', engaged) AS month, 'engaged' AS what, state, 0 AS age FROM visible
      UNION ALL
      SELECT date_trunc('month', closed), 'closed', state, closed - engaged FROM visible
      WHERE closed IS NOT NULL)
GROUP BY month ORDER BY month;
