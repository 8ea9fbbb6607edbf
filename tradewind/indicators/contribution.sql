-- contribution: What a partner added to the growth of the reporter's total, in percentage points.
-- unit: percentage points
-- source: (level - level a year before) / total a year before, all printed by one publisher
--
-- `basis` is the currency. The contributions of all partners add up to the growth of the total.
SELECT now.reporter, now.partner, now.flow, now.measure, now.period, '' AS among, 'percentage points' AS unit,
       now.unit AS basis,
       (now.low - past.high) / CASE WHEN now.low >= past.high THEN whole.high ELSE whole.low END * 100 AS low,
       (now.high - past.low) / CASE WHEN now.high >= past.low THEN whole.low ELSE whole.high END * 100 AS high,
       '(' || now.printed || ' - ' || past.printed || ') / ' || whole.printed || ' = '
         || CAST(round((now.low + now.high - past.low - past.high) / (whole.low + whole.high) * 100, 2) AS VARCHAR)
         || ' percentage points (' || now.citation || ')' AS arithmetic,
       now.publisher, now.publication, now.published, now.url
FROM indicator.level now
JOIN indicator.level past
  ON past.reporter = now.reporter AND past.partner = now.partner AND past.flow = now.flow
 AND past.measure = now.measure AND past.unit = now.unit AND past.publisher = now.publisher
 AND past.period = now.year_before
JOIN indicator.level whole
  ON whole.reporter = now.reporter AND whole.partner = 'WLD' AND whole.flow = now.flow
 AND whole.measure = now.measure AND whole.unit = now.unit AND whole.publisher = now.publisher
 AND whole.period = now.year_before
WHERE now.chosen AND past.chosen AND whole.chosen AND now.flow <> 'balance' AND now.partner NOT IN ('WLD', '')
  AND now.low IS NOT NULL AND now.high IS NOT NULL AND past.low IS NOT NULL AND past.high IS NOT NULL
  AND whole.low > 0 AND whole.high IS NOT NULL
