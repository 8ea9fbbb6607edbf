-- rank: A partner's place by size among a reporter's partners.
-- unit: rank
-- source: counted over the figures of one publisher, flow, period and currency
--
-- `among` is 'partners' (blocs that customs statistics rank as one, and the economies outside them), 'economies', or a
-- bloc's code (its members, where half of them have figures). The lowest rank counts the partners that are certainly larger, the highest those that may
-- be. At least three partners must have a figure. Where only some partners are printed, whoever is ahead in the
-- fullest list of the last whole years, and is not printed, may still be ahead.
--
-- `basis` is the currency; 'published' for a rank that somebody printed, for each whole year that it was said to hold.
WITH listed AS (
  SELECT l.*, coalesce(p.name, l.partner) AS partner_name
  FROM indicator.level l
  LEFT JOIN party p ON p.code = l.partner
  WHERE l.chosen AND l.flow <> 'balance' AND l.low IS NOT NULL AND l.high IS NOT NULL
    AND l.partner NOT IN ('WLD', '', l.reporter)
    AND NOT EXISTS (SELECT 1 FROM membership m
                    WHERE m.bloc = l.reporter AND m.economy = l.partner AND m.from_day <= l.last_day
                      AND (m.to_day IS NULL OR m.to_day >= l.last_day))
),
-- Members of a bloc that is ranked as one and has a figure of its own there.
covered AS (
  SELECT DISTINCT o.reporter, o.flow, o.measure, o.period, o.unit, o.publisher, m.economy
  FROM listed o
  JOIN bloc b ON b.code = o.partner AND b.ranked_as_one
  JOIN membership m ON m.bloc = b.code AND m.from_day <= o.last_day AND (m.to_day IS NULL OR m.to_day >= o.last_day)
),
candidate AS (
  SELECT l.*, 'economies' AS set_name FROM listed l JOIN economy e ON e.code = l.partner
  UNION ALL
  SELECT l.*, m.bloc
  FROM listed l
  JOIN membership m ON m.economy = l.partner AND m.from_day <= l.last_day
                   AND (m.to_day IS NULL OR m.to_day >= l.last_day)
  WHERE m.bloc <> l.reporter
  UNION ALL
  SELECT l.*, 'partners' FROM listed l JOIN bloc b ON b.code = l.partner AND b.ranked_as_one
  UNION ALL
  SELECT l.*, 'partners'
  FROM listed l
  JOIN economy e ON e.code = l.partner
  LEFT JOIN covered c
    ON c.economy = l.partner AND c.reporter = l.reporter AND c.flow = l.flow AND c.measure = l.measure
   AND c.period = l.period AND c.unit = l.unit AND c.publisher = l.publisher
  LEFT JOIN (SELECT m.bloc, m.economy, m.from_day, m.to_day
             FROM membership m JOIN bloc b ON b.code = m.bloc AND b.ranked_as_one) AS inside
    ON inside.economy = l.partner AND inside.from_day <= l.last_day
   AND (inside.to_day IS NULL OR inside.to_day >= l.last_day) AND inside.bloc <> l.reporter
  LEFT JOIN membership own ON own.bloc = inside.bloc AND own.economy = l.reporter
  -- A member of a bloc that is ranked as one is no partner of its own, whether the bloc has a figure or not.
  WHERE c.economy IS NULL AND (inside.bloc IS NULL OR own.economy IS NOT NULL)
),
bloc_size AS (
  SELECT c.set_name, c.last_day, count(*) AS members
  FROM (SELECT DISTINCT set_name, last_day FROM candidate) AS c
  JOIN membership m ON m.bloc = c.set_name AND m.from_day <= c.last_day
                   AND (m.to_day IS NULL OR m.to_day >= c.last_day)
  GROUP BY c.set_name, c.last_day
),
placed AS (
  SELECT c.*,
         row_number() OVER (PARTITION BY reporter, flow, measure, period, unit, publisher, set_name
                            ORDER BY low + high DESC, partner) AS place_in_set,
         count(*) OVER (PARTITION BY reporter, flow, measure, period, unit, publisher, set_name) AS set_size
  FROM candidate c
),
-- Among a bloc's members only where half of them have figures.
ranked AS (
  SELECT p.*
  FROM placed p
  LEFT JOIN bloc_size b ON b.set_name = p.set_name AND b.last_day = p.last_day
  WHERE b.members IS NULL OR 2 * p.set_size >= b.members
),
leaders AS (
  SELECT reporter, flow, measure, period, unit, publisher, set_name,
         max(CASE WHEN place_in_set = 1 THEN partner_name || ' ' || printed END)
           || max(CASE WHEN place_in_set = 2 THEN ', ' || partner_name || ' ' || printed END)
           || max(CASE WHEN place_in_set = 3 THEN ', ' || partner_name || ' ' || printed END) AS first_three
  FROM ranked
  WHERE place_in_set <= 3 AND set_size >= 3
  GROUP BY reporter, flow, measure, period, unit, publisher, set_name
),
counted AS (
  SELECT own.reporter, own.partner, own.flow, own.measure, own.period, own.unit, own.publisher, own.set_name,
         sum(CASE WHEN other.low > own.high THEN 1 ELSE 0 END) AS larger,
         sum(CASE WHEN other.high > own.low AND other.partner <> own.partner THEN 1 ELSE 0 END) AS maybe_larger
  FROM ranked own
  JOIN ranked other
    ON other.reporter = own.reporter AND other.flow = own.flow AND other.measure = own.measure
   AND other.period = own.period AND other.unit = own.unit AND other.publisher = own.publisher
   AND other.set_name = own.set_name
  WHERE own.set_size >= 3
  GROUP BY own.reporter, own.partner, own.flow, own.measure, own.period, own.unit, own.publisher, own.set_name
),
-- Whoever was ahead of a partner in the fullest list of a whole year, by any publisher, up to the end of this period
-- and not more than two years old, and is not printed for it.
last_year AS (
  SELECT r.reporter, r.flow, r.measure, r.period, r.unit, r.publisher, r.set_name, y.period AS whole_year,
         y.unit AS year_unit, y.publisher AS year_publisher,
         row_number() OVER (PARTITION BY r.reporter, r.flow, r.measure, r.period, r.unit, r.publisher, r.set_name
                            ORDER BY y.set_size DESC, y.period DESC, y.publisher, y.unit) AS choice
  FROM ranked r
  JOIN ranked y
    ON y.reporter = r.reporter AND y.flow = r.flow AND y.measure = r.measure AND y.set_name = r.set_name
   AND length(y.period) = 4 AND y.last_day <= r.last_day
   AND y.place_in_set = 1 AND (y.period <> r.period OR y.set_size > r.set_size)
   AND TRY_CAST(y.period AS INTEGER) >= TRY_CAST(substring(r.period, 1, 4) AS INTEGER) - 2
  WHERE r.place_in_set = 1 AND r.first_day IS NOT NULL
),
-- Blocs that the reporter is known to trade with, by any publisher in any period, and that this set has no figure for:
-- each of them may be ahead.
lacking AS (
  SELECT r.reporter, r.flow, r.measure, r.period, r.unit, r.publisher, count(*) AS blocs
  FROM (SELECT DISTINCT reporter, flow, measure, period, unit, publisher FROM ranked WHERE set_name = 'partners') AS r
  JOIN (SELECT DISTINCT l.reporter, l.measure, l.partner
        FROM listed l JOIN bloc b ON b.code = l.partner AND b.ranked_as_one) AS known
    ON known.reporter = r.reporter AND known.measure = r.measure
  LEFT JOIN ranked there
    ON there.reporter = r.reporter AND there.flow = r.flow AND there.measure = r.measure AND there.period = r.period
   AND there.unit = r.unit AND there.publisher = r.publisher AND there.set_name = 'partners'
   AND there.partner = known.partner
  WHERE there.partner IS NULL
  GROUP BY r.reporter, r.flow, r.measure, r.period, r.unit, r.publisher
),
absent AS (
  SELECT own.reporter, own.partner, own.flow, own.measure, own.period, own.unit, own.publisher, own.set_name,
         count(*) AS ahead_before
  FROM ranked own
  JOIN last_year l
    ON l.reporter = own.reporter AND l.flow = own.flow AND l.measure = own.measure AND l.period = own.period
   AND l.unit = own.unit AND l.publisher = own.publisher AND l.set_name = own.set_name AND l.choice = 1
  JOIN ranked own_before
    ON own_before.reporter = own.reporter AND own_before.partner = own.partner AND own_before.flow = own.flow
   AND own_before.measure = own.measure AND own_before.period = l.whole_year AND own_before.unit = l.year_unit
   AND own_before.publisher = l.year_publisher AND own_before.set_name = own.set_name
  JOIN ranked before
    ON before.reporter = own.reporter AND before.flow = own.flow AND before.measure = own.measure
   AND before.period = l.whole_year AND before.unit = l.year_unit AND before.publisher = l.year_publisher
   AND before.set_name = own.set_name AND before.high > own_before.low AND before.partner <> own.partner
  LEFT JOIN ranked present
    ON present.reporter = own.reporter AND present.flow = own.flow AND present.measure = own.measure
   AND present.period = own.period AND present.unit = own.unit AND present.publisher = own.publisher
   AND present.set_name = own.set_name AND present.partner = before.partner
  WHERE own.set_size >= 3 AND present.partner IS NULL
  GROUP BY own.reporter, own.partner, own.flow, own.measure, own.period, own.unit, own.publisher, own.set_name
)
SELECT r.reporter, r.partner, r.flow, r.measure, r.period, r.set_name AS among, 'rank' AS unit, r.unit AS basis,
       CAST(1 + n.larger AS DOUBLE) AS low, CAST(1 + n.maybe_larger + coalesce(a.ahead_before, 0)
            + CASE WHEN r.set_name = 'partners' THEN coalesce(k.blocs, 0) ELSE 0 END AS DOUBLE) AS high,
       CASE WHEN r.place_in_set <= 3 THEN '' ELSE 'number ' || CAST(r.place_in_set AS VARCHAR) || ': ' || r.partner_name
         || ' ' || r.printed || '; largest: ' END
         || l.first_three || '; of ' || CAST(r.set_size AS VARCHAR) || ' with figures'
         || CASE WHEN a.ahead_before IS NULL THEN '' ELSE ', ' || CAST(a.ahead_before AS VARCHAR)
              || ' that were ahead in a fuller list of a year without' END
         || ' (' || r.citation || ')' AS arithmetic,
       r.publisher, r.publication, r.published, r.url
FROM ranked r
JOIN leaders l
  ON l.reporter = r.reporter AND l.flow = r.flow AND l.measure = r.measure AND l.period = r.period
 AND l.unit = r.unit AND l.publisher = r.publisher AND l.set_name = r.set_name
JOIN counted n
  ON n.reporter = r.reporter AND n.partner = r.partner AND n.flow = r.flow AND n.measure = r.measure
 AND n.period = r.period AND n.unit = r.unit AND n.publisher = r.publisher AND n.set_name = r.set_name
LEFT JOIN lacking k
  ON k.reporter = r.reporter AND k.flow = r.flow AND k.measure = r.measure AND k.period = r.period AND k.unit = r.unit
 AND k.publisher = r.publisher
LEFT JOIN absent a
  ON a.reporter = r.reporter AND a.partner = r.partner AND a.flow = r.flow AND a.measure = r.measure
 AND a.period = r.period AND a.unit = r.unit AND a.publisher = r.publisher AND a.set_name = r.set_name
UNION ALL
SELECT reporter, partner, flow, measure, whole_year, 'partners', 'rank', 'published', low, high,
       'number ' || value || CASE WHEN period = whole_year THEN '' ELSE ' in each year of ' || period END
         || ', as published (' || citation || ')',
       publisher, publication, published, url
FROM (
  SELECT f.*, y.period AS whole_year,
         row_number() OVER (PARTITION BY f.reporter, f.partner, f.flow, f.measure, y.period, f.publisher, f.value
                            ORDER BY f.published DESC, f.publication, f.url, f.note) AS reprint
  FROM figure f
  JOIN (SELECT DISTINCT period, first_day, last_day FROM figure WHERE length(period) = 4) AS y
    ON y.first_day >= f.first_day AND y.last_day <= f.last_day
  WHERE f.kind = 'rank') AS printed_rank
WHERE reprint = 1
