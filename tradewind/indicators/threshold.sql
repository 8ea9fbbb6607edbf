-- threshold: The first year in which a level passed a round number: 100 billion, 200 billion, ... 1 trillion, ...
-- unit: the currency, in units of one; low and high are the round number
-- source: the levels of whole years that one publisher printed; only where the year before in the ledger lies below it
WITH digit(digit) AS (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9)),
magnitude(magnitude) AS (VALUES (1e9), (1e10), (1e11), (1e12), (1e13)),
round_number AS (SELECT digit * magnitude AS mark FROM digit CROSS JOIN magnitude),
yearly AS (
  SELECT l.*,
         max(high) OVER (PARTITION BY reporter, partner, flow, measure, unit, publisher ORDER BY period
                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS most_before,
         lag(printed) OVER (PARTITION BY reporter, partner, flow, measure, unit, publisher ORDER BY period)
           AS printed_before,
         lag(period) OVER (PARTITION BY reporter, partner, flow, measure, unit, publisher ORDER BY period)
           AS period_before
  FROM indicator.level l
  WHERE chosen AND length(period) = 4 AND flow <> 'balance' AND low IS NOT NULL AND high IS NOT NULL
)
SELECT reporter, partner, flow, measure, period, '' AS among, unit, '' AS basis, mark AS low, mark AS high,
       printed || ' in ' || period || ', ' || printed_before || ' in ' || period_before
         || ' (' || citation || ')' AS arithmetic,
       publisher, publication, published, url
FROM yearly
JOIN round_number ON mark <= low AND mark > most_before
