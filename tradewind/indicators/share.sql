-- share: A partner's part of the reporter's total with the whole world, in percent.
-- unit: percent
-- source: computed from a partner's level and the total of the same publisher; published shares stand beside it
--
-- `basis` is the currency of the computed ones. Every vintage of the level is held against every vintage of the total.
SELECT part.reporter, part.partner, part.flow, part.measure, part.period, '' AS among, 'percent' AS unit,
       part.unit AS basis,
       part.low / whole.high * 100 AS low, part.high / whole.low * 100 AS high,
       part.printed || ' / ' || whole.printed || ' = '
         || coalesce(CAST(round((part.low + part.high) / (whole.low + whole.high) * 100, 2) AS VARCHAR), 'about ?')
         || ' percent (' || part.citation || ')' AS arithmetic,
       part.publisher, part.publication, part.published, part.url
FROM indicator.level part
JOIN indicator.level whole
  ON whole.reporter = part.reporter AND whole.partner = 'WLD' AND whole.flow = part.flow
 AND whole.measure = part.measure AND whole.unit = part.unit AND whole.publisher = part.publisher
 AND whole.period = part.period
WHERE part.partner NOT IN ('WLD', '') AND part.flow <> 'balance' AND part.low >= 0 AND whole.low > 0
UNION ALL
SELECT reporter, partner, flow, measure, period, '', 'percent', '', low, high,
       value || ' percent of the total, as published (' || citation || ')',
       publisher, publication, published, url
FROM (
  SELECT f.*, row_number() OVER (PARTITION BY reporter, partner, flow, measure, period, publisher, value
                                 ORDER BY published DESC, publication, url, value, note) AS reprint
  FROM figure f
  WHERE kind = 'share') AS printed_share
WHERE reprint = 1
