-- revision: By how much the growth rates that publishers print differ from those that their first prints of the levels give.
-- unit: percentage points
-- source: printed growth rates less those computed from the levels of the same publisher, currency and period
--
-- The range over all trade of a reporter with single economies and in total: publishers revise the base before they
-- print the rate, and blocs change their members. The reporter WLD is the range over all reporters.
WITH difference AS (
  SELECT computed.reporter, computed.measure, computed.period,
         (printed.low + printed.high) / 2 - (computed.low + computed.high) / 2 AS points,
         computed.publisher, computed.publication, computed.published, computed.url
  FROM indicator.growth computed
  JOIN indicator.growth printed
    ON printed.reporter = computed.reporter AND printed.partner = computed.partner AND printed.flow = computed.flow
   AND printed.measure = computed.measure AND printed.period = computed.period AND printed.basis = computed.basis
   AND printed.publisher = computed.publisher AND printed.arithmetic LIKE '%as published%'
  LEFT JOIN bloc b ON b.code = computed.partner
  WHERE computed.arithmetic NOT LIKE '%as published%' AND (b.code IS NULL OR computed.partner = 'WLD') AND computed.low IS NOT NULL
    AND computed.high IS NOT NULL AND printed.low IS NOT NULL AND printed.high IS NOT NULL
),
pooled AS (
  SELECT * FROM difference
  UNION ALL
  SELECT 'WLD', measure, period, points, publisher, publication, published, url FROM difference
)
SELECT reporter, '' AS partner, '' AS flow, measure, '../' || max(substring(period, 1, 4)) AS period, '' AS among,
       'percentage points' AS unit, '' AS basis, min(points) AS low, max(points) AS high,
       'printed less computed growth, ' || CAST(count(*) AS VARCHAR) || ' times: ' || CAST(round(min(points), 1) AS VARCHAR)
         || ' to ' || CAST(round(max(points), 1) AS VARCHAR) || ' points' AS arithmetic,
       max(publisher) AS publisher, max(publication) AS publication, max(published) AS published, max(url) AS url
FROM pooled
GROUP BY reporter, measure
