-- intensity: How much more a reporter trades with a partner than the world does: 1 is as much as the world does.
-- unit: index
-- source: trade intensity of Brown (1949) and Kojima (1964): (x_ij / X_i) / (M_j / M_w)
--
-- The share of the partner in the reporter's exports (imports, trade), over the share of the partner's own imports
-- (exports, trade) in those of the world: all four figures of one publisher, in one currency.
--
-- `basis` is the currency.
WITH mirror(flow, seen_from_partner) AS (VALUES ('exports', 'imports'), ('imports', 'exports'), ('trade', 'trade'))
SELECT pair.reporter, pair.partner, pair.flow, pair.measure, pair.period, '' AS among, 'index' AS unit,
       pair.unit AS basis,
       (pair.low / own.high) / (theirs.high / world.low) AS low,
       (pair.high / own.low) / (theirs.low / world.high) AS high,
       '(' || pair.printed || ' / ' || own.printed || ') / (' || theirs.printed || ' / ' || world.printed || ') = '
         || CAST(round(((pair.low + pair.high) / (own.low + own.high))
                       / ((theirs.low + theirs.high) / (world.low + world.high)), 2) AS VARCHAR)
         || ' (' || pair.citation
         || CASE WHEN theirs.citation = pair.citation THEN '' ELSE '; ' || theirs.citation END
         || CASE WHEN world.citation = pair.citation OR world.citation = theirs.citation THEN ''
                 ELSE '; ' || world.citation END || ')' AS arithmetic,
       pair.publisher, pair.publication, pair.published, pair.url
FROM indicator.level pair
JOIN mirror ON mirror.flow = pair.flow
JOIN indicator.level own
  ON own.reporter = pair.reporter AND own.partner = 'WLD' AND own.flow = pair.flow AND own.measure = pair.measure
 AND own.period = pair.period AND own.unit = pair.unit AND own.publisher = pair.publisher AND own.chosen
JOIN indicator.level theirs
  ON theirs.reporter = pair.partner AND theirs.partner = 'WLD' AND theirs.flow = mirror.seen_from_partner
 AND theirs.measure = pair.measure AND theirs.period = pair.period AND theirs.unit = pair.unit
 AND theirs.publisher = pair.publisher AND theirs.chosen
JOIN indicator.level world
  ON world.reporter = 'WLD' AND world.partner = 'WLD' AND world.flow = mirror.seen_from_partner
 AND world.measure = pair.measure AND world.period = pair.period AND world.unit = pair.unit
 AND world.publisher = pair.publisher AND world.chosen
WHERE pair.chosen AND pair.partner <> 'WLD' AND pair.reporter <> 'WLD' AND length(pair.period) = 4
  AND own.low > 0 AND theirs.low > 0 AND world.low > 0 AND pair.low >= 0
  AND own.high IS NOT NULL AND theirs.high IS NOT NULL AND world.high IS NOT NULL
