-- streak: For how many years in a row, up to and including this one, a partner has been the largest.
-- unit: years
-- source: counted over the ranks of whole years, whatever their currency, of one publisher and of all of them together
--
-- The fewest years count those in which it was certainly first, the most those in which it may have been. Where the
-- ledger's figures begin within the run, nobody can say how long it is: the upper end is open (NULL).
--
-- `among` as for rank.
WITH by_anybody AS (
  SELECT r.*, publisher AS counted_by FROM indicator.rank r WHERE length(period) = 4
  UNION ALL
  SELECT r.*, 'all' FROM indicator.rank r WHERE length(period) = 4
),
whole_year AS (
  SELECT reporter, partner, flow, measure, among, counted_by, publisher, publication, published, url,
         CAST(period AS INTEGER) AS calendar_year, low, high,
         row_number() OVER (PARTITION BY reporter, partner, flow, measure, among, counted_by, period
                            ORDER BY published DESC, basis) AS choice,
         CASE WHEN min(publisher) OVER (PARTITION BY reporter, partner, flow, measure, among, counted_by)
                   <> max(publisher) OVER (PARTITION BY reporter, partner, flow, measure, among, counted_by)
              THEN 1 ELSE 0 END AS several,
         min(CASE WHEN basis = 'published' OR high > 1 THEN 1 ELSE 0 END)
           OVER (PARTITION BY reporter, partner, flow, measure, among, counted_by, period) AS only_printed
  FROM by_anybody
),
bounds AS (
  SELECT reporter, partner, flow, measure, among, counted_by, calendar_year,
         max(low) AS low, min(high) AS high, min(low) AS lowest, max(high) AS highest
  FROM whole_year
  GROUP BY reporter, partner, flow, measure, among, counted_by, calendar_year
),
-- Ranks of two currencies both hold: together they leave less open. Where they exclude one another, both may be.
yearly AS (
  SELECT w.reporter, w.partner, w.flow, w.measure, w.among, w.counted_by, w.publisher, w.publication, w.published,
         w.url, w.calendar_year, w.only_printed, w.several,
         CASE WHEN b.low <= b.high THEN b.low ELSE b.lowest END AS low,
         CASE WHEN b.low <= b.high THEN b.high ELSE b.highest END AS high
  FROM whole_year w
  JOIN bounds b ON b.reporter = w.reporter AND b.partner = w.partner AND b.flow = w.flow AND b.measure = w.measure
    AND b.among = w.among AND b.counted_by = w.counted_by AND b.calendar_year = w.calendar_year
  WHERE w.choice = 1
),
-- A run ends the year before in which somebody else was first, or in which there are no figures.
marked AS (
  SELECT y.*,
         CASE WHEN high = 1 THEN 1 ELSE 0 END AS is_first,
         CASE WHEN low = 1 THEN 1 ELSE 0 END AS may_be_first,
         lag(calendar_year) OVER (PARTITION BY reporter, partner, flow, measure, among, counted_by
                                  ORDER BY calendar_year) AS year_listed_before
  FROM yearly y
),
breaks AS (
  SELECT m.*,
         CASE WHEN year_listed_before = calendar_year - 1 THEN 0 ELSE 1 END AS begins_data
  FROM marked m
),
ends AS (
  SELECT b.*,
         -- the last year, up to this one, that cannot be part of the run, and what made it end there
         max(CASE WHEN is_first = 0 THEN calendar_year END) OVER run AS last_not_first,
         max(CASE WHEN may_be_first = 0 THEN calendar_year END) OVER run AS last_other_first,
         max(CASE WHEN begins_data = 1 THEN calendar_year - 1 END) OVER run AS last_unlisted
  FROM breaks b
  WINDOW run AS (PARTITION BY reporter, partner, flow, measure, among, counted_by ORDER BY calendar_year
                 ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
runs AS (
  SELECT e.*,
         calendar_year - CASE WHEN coalesce(last_not_first, 0) > last_unlisted THEN last_not_first
                              ELSE last_unlisted END AS certain_years,
         CASE WHEN coalesce(last_other_first, 0) > last_unlisted THEN calendar_year - last_other_first END
           AS possible_years
  FROM ends e
),
-- Who vouches for the years of a run, and in how many of them there is a rank but no figures to count it over again.
vouched AS (
  SELECT r.reporter, r.partner, r.flow, r.measure, r.among, r.counted_by, r.calendar_year,
         count(DISTINCT y.publisher) AS publishers, sum(y.only_printed) AS only_printed
  FROM runs r
  JOIN yearly y ON y.reporter = r.reporter AND y.partner = r.partner AND y.flow = r.flow AND y.measure = r.measure
    AND y.among = r.among AND y.counted_by = r.counted_by
    AND y.calendar_year > r.calendar_year - r.certain_years AND y.calendar_year <= r.calendar_year
  GROUP BY r.reporter, r.partner, r.flow, r.measure, r.among, r.counted_by, r.calendar_year
)
SELECT r.reporter, r.partner, r.flow, r.measure, CAST(r.calendar_year AS VARCHAR) AS period, r.among,
       'years' AS unit, '' AS basis,
       CAST(certain_years AS DOUBLE) AS low, CAST(possible_years AS DOUBLE) AS high,
       'largest from ' || CAST(r.calendar_year - certain_years + 1 AS VARCHAR) || ' to '
         || CAST(r.calendar_year AS VARCHAR)
         || CASE WHEN v.only_printed = 0 THEN ''
                 ELSE ' (' || CAST(v.only_printed AS VARCHAR) || ' of these years by published ranks alone)' END
         || CASE WHEN possible_years IS NULL THEN '; the ledger has no ranks of '
                   || CAST(last_unlisted AS VARCHAR) || ' or before'
                 WHEN possible_years > certain_years THEN '; perhaps from '
                   || CAST(r.calendar_year - possible_years + 1 AS VARCHAR)
                 ELSE '; another in ' || CAST(last_other_first AS VARCHAR) END
         || ' (' || publisher || CASE WHEN v.publishers > 1 THEN ' and others' ELSE '' END || ')' AS arithmetic,
       publisher, publication, published, url
FROM runs r
JOIN vouched v ON v.reporter = r.reporter AND v.partner = r.partner AND v.flow = r.flow AND v.measure = r.measure
  AND v.among = r.among AND v.counted_by = r.counted_by AND v.calendar_year = r.calendar_year
WHERE is_first = 1 AND (r.counted_by <> 'all' OR r.several = 1)
