-- level: How much: an amount, a stock or a count as published, exports plus imports, or the sum of all of a bloc's members.
-- unit: the currency (in units of one), or what is counted
-- source: the figures as printed, each publisher's and each vintage's apart
--
-- Beside the columns of every indicator it has those that other indicators need: what was printed, the place of the
-- last printed digit, and which of a publisher's figures for one thing is used where only one can be: the most exact,
-- the newest among equally exact ones.
WITH vintage AS (
  SELECT * FROM (
    SELECT f.*,
           row_number() OVER (PARTITION BY reporter, partner, flow, measure, period, base, publisher, value, unit
                              ORDER BY published DESC, publication, url, value, note) AS reprint
    FROM figure f
    WHERE kind = 'level') AS printed_figure
  WHERE reprint = 1
),
published_level AS (
  SELECT v.*,
         row_number() OVER (PARTITION BY reporter, partner, flow, measure, period, base, publisher
                            ORDER BY CASE WHEN low IS NULL OR high IS NULL THEN 1 ELSE 0 END,
                                     place, published DESC, publication, url, value, note) AS choice
  FROM vintage v
),
-- Trade of a bloc with somebody outside of it, and of somebody outside with a bloc, in a whole year: where one publisher
-- has a figure for every member.
of_member AS (
  SELECT m.bloc, m.bloc AS sum_reporter, l.partner AS sum_partner, l.*
  FROM published_level l
  JOIN membership m ON m.economy = l.reporter AND m.from_day <= l.last_day
                   AND (m.to_day IS NULL OR m.to_day >= l.last_day)
  UNION ALL
  SELECT m.bloc, l.reporter, m.bloc, l.*
  FROM published_level l
  JOIN membership m ON m.economy = l.partner AND m.from_day <= l.last_day
                   AND (m.to_day IS NULL OR m.to_day >= l.last_day)
),
member_sum AS (
  SELECT o.bloc, sum_reporter AS reporter, sum_partner AS partner, o.flow, o.measure, o.period, o.base, o.publisher,
         sum(o.low) AS low, sum(o.high) AS high, count(*) AS members, max(o.place) AS place,
         max(o.year_before) AS year_before, max(o.first_day) AS first_day, max(o.last_day) AS last_day,
         max(o.printed_in) AS printed_in, max(o.citation) AS citation, max(o.publication) AS publication,
         max(o.published) AS published, max(o.url) AS url
  FROM of_member o
  JOIN bloc b ON b.code = o.bloc AND b.ranked_as_one
  LEFT JOIN membership inside
    ON inside.bloc = o.bloc AND inside.from_day <= o.last_day
   AND inside.economy = CASE WHEN sum_partner = o.bloc THEN sum_reporter ELSE sum_partner END
  WHERE o.choice = 1 AND length(o.period) = 4 AND o.flow IN ('exports', 'imports') AND o.low IS NOT NULL
    AND o.high IS NOT NULL AND inside.economy IS NULL AND sum_partner <> sum_reporter
  GROUP BY o.bloc, sum_reporter, sum_partner, o.flow, o.measure, o.period, o.base, o.publisher
),
whole_bloc AS (
  SELECT s.*, 'sum of ' || CAST(members AS VARCHAR) || ' members: '
           || CAST(round((low + high) / 2 / 1e9, 3) AS VARCHAR) || ' billion ' || base AS words
  FROM member_sum s
  WHERE members = (SELECT count(*) FROM membership n
                   WHERE n.bloc = s.bloc AND n.from_day <= s.last_day
                     AND (n.to_day IS NULL OR n.to_day >= s.last_day))
    AND NOT EXISTS (SELECT 1 FROM published_level p
                    WHERE p.reporter = s.reporter AND p.partner = s.partner AND p.measure = s.measure
                      AND p.period = s.period AND p.base = s.base AND p.publisher = s.publisher)
)
SELECT reporter, partner, flow, measure, period, '' AS among, base AS unit, '' AS basis, low, high,
       trim(hedge || ' ' || amount) || ' (' || citation || ')' AS arithmetic,
       publisher, publication, published, url,
       trim(hedge || ' ' || amount) AS printed, printed_in, citation, place, year_before, first_day,
       last_day, choice = 1 AS chosen
FROM published_level
UNION ALL
SELECT e.reporter, e.partner, 'trade', e.measure, e.period, '', e.base, '', e.low + i.low, e.high + i.high,
       e.amount || ' exports + ' || i.amount || ' imports = '
         || CAST(round((e.low + e.high + i.low + i.high) / 2 / 1e9, 3) AS VARCHAR) || ' billion ' || e.base
         || ' (' || CASE WHEN e.published >= i.published THEN e.citation ELSE i.citation END || ')',
       e.publisher,
       CASE WHEN e.published >= i.published THEN e.publication ELSE i.publication END,
       CASE WHEN e.published >= i.published THEN e.published ELSE i.published END,
       CASE WHEN e.published >= i.published THEN e.url ELSE i.url END,
       '(' || e.amount || ' + ' || i.amount || ')',
       CASE WHEN e.published >= i.published THEN e.printed_in ELSE i.printed_in END,
       CASE WHEN e.published >= i.published THEN e.citation ELSE i.citation END,
       CASE WHEN e.place >= i.place THEN e.place ELSE i.place END,
       e.year_before, e.first_day, e.last_day, TRUE
FROM published_level e
JOIN published_level i
  ON i.reporter = e.reporter AND i.partner = e.partner AND i.measure = e.measure AND i.period = e.period
 AND i.base = e.base AND i.publisher = e.publisher AND i.flow = 'imports' AND i.choice = 1
WHERE e.flow = 'exports' AND e.choice = 1 AND e.low + i.low IS NOT NULL AND e.high + i.high IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM published_level t
    WHERE t.reporter = e.reporter AND t.partner = e.partner AND t.measure = e.measure AND t.period = e.period
      AND t.base = e.base AND t.publisher = e.publisher AND t.flow = 'trade')
UNION ALL
SELECT reporter, partner, flow, measure, period, '', base, '', low, high, words || ' (' || citation || ')', publisher,
       publication, published, url, words, printed_in, citation, place, year_before, first_day, last_day, TRUE
FROM whole_bloc
UNION ALL
SELECT e.reporter, e.partner, 'trade', e.measure, e.period, '', e.base, '', e.low + i.low, e.high + i.high,
       'sum of ' || CAST(e.members AS VARCHAR) || ' members: '
         || CAST(round((e.low + e.high) / 2 / 1e9, 3) AS VARCHAR) || ' exports + '
         || CAST(round((i.low + i.high) / 2 / 1e9, 3) AS VARCHAR) || ' imports = '
         || CAST(round((e.low + e.high + i.low + i.high) / 2 / 1e9, 3) AS VARCHAR) || ' billion ' || e.base
         || ' (' || e.citation || ')',
       e.publisher, e.publication, e.published, e.url,
       CAST(round((e.low + e.high + i.low + i.high) / 2 / 1e9, 1) AS VARCHAR) || ' billion ' || e.base,
       e.printed_in, e.citation, CASE WHEN e.place >= i.place THEN e.place ELSE i.place END,
       e.year_before, e.first_day, e.last_day, TRUE
FROM whole_bloc e
JOIN whole_bloc i
  ON i.reporter = e.reporter AND i.partner = e.partner AND i.measure = e.measure AND i.period = e.period
 AND i.base = e.base AND i.publisher = e.publisher AND i.flow = 'imports'
WHERE e.flow = 'exports'
