-- growth: Change on the same period a year before, in percent, nominal.
-- unit: percent
-- source: computed from the levels that one publisher printed; the growth rates that publishers printed stand beside it
--
-- `basis` is the currency. Every vintage of the level is held against every vintage of its base.
SELECT now.reporter, now.partner, now.flow, now.measure, now.period, '' AS among, 'percent' AS unit,
       now.unit AS basis,
       (now.low / past.high - 1) * 100 AS low, (now.high / past.low - 1) * 100 AS high,
       now.printed || ' / ' || past.printed || ' - 1 = '
         || coalesce(CAST(round(((now.low + now.high) / (past.low + past.high) - 1) * 100, 2) AS VARCHAR), 'about ?')
         || ' percent (' || now.citation
         || CASE WHEN past.printed_in IN ('', now.printed_in) THEN '' ELSE ' and ' || past.printed_in END || ')'
         AS arithmetic,
       now.publisher, now.publication, now.published, now.url
FROM indicator.level now
JOIN indicator.level past
  ON past.reporter = now.reporter AND past.partner = now.partner AND past.flow = now.flow
 AND past.measure = now.measure AND past.unit = now.unit AND past.publisher = now.publisher
 AND past.period = now.year_before
WHERE now.flow <> 'balance' AND past.low > 0
UNION ALL
SELECT reporter, partner, flow, measure, period, '', 'percent', basis, low, high,
       value || ' percent on the year before' || CASE WHEN basis = '' THEN '' ELSE ' in ' || basis END
         || ', as published (' || citation || ')',
       publisher, publication, published, url
FROM (
  SELECT f.*, row_number() OVER (PARTITION BY reporter, partner, flow, measure, period, basis, publisher, value
                                 ORDER BY published DESC, publication, url, value, note) AS reprint
  FROM figure f
  WHERE kind = 'growth') AS printed_rate
WHERE reprint = 1
