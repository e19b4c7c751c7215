-- The starting pipeline: age in whole days on the first simulated morning, value = list price.
SELECT id, 'Engaging' AS stage, today + 1 - engaged AS age, owner,
       CAST(list_price AS BIGINT) AS value, product
FROM visible JOIN products USING (product)
WHERE state = 'Open' ORDER BY engaged, id;
