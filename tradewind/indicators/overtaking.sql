-- overtaking: Which partner overtook which other, and in which year.
-- unit: the currency, in units of one: by how much the one that overtook was ahead
-- source: the levels of whole years that one publisher printed
--
-- `partner` is the one that overtook, `among` the one that it overtook. Years in which rounding hides who was ahead are
-- passed over: the year is the first in which the new order is certain. Both are blocs ranked as one or economies; a
-- bloc is not held against its own members.
WITH yearly AS (
  SELECT l.*, coalesce(p.name, l.partner) AS partner_name, e.code IS NOT NULL AS is_economy
  FROM indicator.level l
  LEFT JOIN party p ON p.code = l.partner
  LEFT JOIN economy e ON e.code = l.partner
  LEFT JOIN bloc b ON b.code = l.partner
  WHERE l.chosen AND length(l.period) = 4 AND l.flow <> 'balance' AND l.partner NOT IN ('WLD', '', l.reporter)
    AND l.low IS NOT NULL AND l.high IS NOT NULL AND (e.code IS NOT NULL OR b.ranked_as_one)
),
compared AS (
  SELECT one.reporter, one.partner, other.partner AS other, one.flow, one.measure, one.period, one.unit,
         one.publisher, one.publication, one.published, one.url, one.citation,
         one.low - other.high AS low, one.high - other.low AS high,
         one.partner_name || ' ' || one.printed || ', ' || other.partner_name || ' ' || other.printed AS words,
         CASE WHEN one.low > other.high THEN 1 ELSE -1 END AS ahead
  FROM yearly one
  JOIN yearly other
    ON other.reporter = one.reporter AND other.flow = one.flow AND other.measure = one.measure
   AND other.period = one.period AND other.unit = one.unit AND other.publisher = one.publisher
   AND other.partner <> one.partner
  WHERE (one.low > other.high OR one.high < other.low)
    AND NOT EXISTS (SELECT 1 FROM membership m
                    WHERE (m.bloc = one.partner AND m.economy = other.partner
                        OR m.bloc = other.partner AND m.economy = one.partner)
                      AND m.from_day <= one.last_day AND (m.to_day IS NULL OR m.to_day >= one.last_day))
),
ordered AS (
  SELECT c.*,
         lag(ahead) OVER (PARTITION BY reporter, partner, other, flow, measure, unit, publisher ORDER BY period)
           AS ahead_before,
         lag(words) OVER (PARTITION BY reporter, partner, other, flow, measure, unit, publisher ORDER BY period)
           AS words_before,
         lag(period) OVER (PARTITION BY reporter, partner, other, flow, measure, unit, publisher ORDER BY period)
           AS period_before
  FROM compared c
)
SELECT reporter, partner, flow, measure, period, other AS among, unit, '' AS basis, low, high,
       period || ': ' || words || '; ' || period_before || ': ' || words_before || ' (' || citation || ')'
         AS arithmetic,
       publisher, publication, published, url
FROM ordered
WHERE ahead = 1 AND ahead_before = -1
