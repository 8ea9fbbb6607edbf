-- exchange_rate: What one US dollar cost in a currency: averages of months, quarters, halves, years and years to date.
-- unit: CNY per USD, EUR per USD ...
-- source: monthly averages as published; longer periods are the mean of their months; euro rates by way of the dollar's
--
-- The reporter is the currency, the partner USD, the measure exchange_rate. `basis` is '' for an average (a day's own
-- rate for a day), 'min' and 'max' for the lowest and highest monthly average or daily rate of any publisher in the
-- period, 'end' for the rate at a month's end.
WITH against_dollar AS (
  SELECT currency, period, first_day, last_day, kind,
         CASE WHEN inverse THEN 1 / high ELSE low END AS low, CASE WHEN inverse THEN 1 / low ELSE high END AS high,
         value || ' ' || unit AS words, publisher, publication, published, url, citation
  FROM exchange_rate
  WHERE against = 'USD' AND currency <> 'USD'
  UNION ALL
  SELECT 'EUR', period, first_day, last_day, kind,
         CASE WHEN inverse THEN low ELSE 1 / high END, CASE WHEN inverse THEN high ELSE 1 / low END,
         '1 / ' || value || ' ' || currency || ' ' || unit, publisher, publication, published, url, citation
  FROM exchange_rate
  WHERE against = 'EUR' AND currency = 'USD'
  UNION ALL
  SELECT c.currency, c.period, c.first_day, c.last_day, c.kind, c.low / d.high, c.high / d.low,
         c.value || ' ' || c.currency || ' ' || c.unit || ' / ' || d.value || ' ' || d.currency || ' ' || d.unit,
         c.publisher, c.publication, c.published, c.url, c.citation
  FROM exchange_rate c
  JOIN exchange_rate d
    ON d.currency = 'USD' AND d.against = 'EUR' AND NOT d.inverse AND d.period = c.period AND d.kind = c.kind
   AND d.publisher = c.publisher
  WHERE c.against = 'EUR' AND c.currency <> 'USD' AND NOT c.inverse
),
monthly AS (
  SELECT a.*, CAST(substring(period, 1, 4) AS INTEGER) AS calendar_year,
         CAST(substring(period, 6, 2) AS INTEGER) AS calendar_month
  FROM against_dollar a
  WHERE kind = 'average' AND length(period) = 7 AND substring(period, 6, 1) IN ('0', '1')
),
span(name, first_month, last_month) AS (
  VALUES ('', 1, 12), ('-H1', 1, 6), ('-H2', 7, 12), ('-Q1', 1, 3), ('-Q2', 4, 6), ('-Q3', 7, 9), ('-Q4', 10, 12),
         ('-02', 1, 2), ('-04', 1, 4), ('-05', 1, 5), ('-07', 1, 7), ('-08', 1, 8), ('-09', 1, 9), ('-10', 1, 10),
         ('-11', 1, 11)
),
averaged AS (
  SELECT m.currency, s.name, s.first_month, s.last_month, m.calendar_year, m.publisher,
         avg(m.low) AS low, avg(m.high) AS high, min(m.low) AS min_low, min(m.high) AS min_high, max(m.low) AS max_low,
         max(m.high) AS max_high, max(m.publication) AS publication, max(m.published) AS published, max(m.url) AS url,
         CAST(m.calendar_year AS VARCHAR)
           || CASE WHEN substring(s.name, 2, 1) IN ('0', '1')
                   THEN '-01/' || CAST(m.calendar_year AS VARCHAR) || s.name ELSE s.name END AS period,
         min(m.first_day) AS first_day, max(m.last_day) AS last_day
  FROM monthly m
  JOIN span s ON m.calendar_month BETWEEN s.first_month AND s.last_month
  GROUP BY m.currency, s.name, s.first_month, s.last_month, m.calendar_year, m.publisher
  HAVING count(DISTINCT m.calendar_month) = s.last_month - s.first_month + 1
     AND count(*) = count(DISTINCT m.calendar_month)
),
every_period AS (
  SELECT currency, period, min(first_day) AS first_day, max(last_day) AS last_day,
         min(min_low) AS min_low, min(min_high) AS min_high, max(max_low) AS max_low, max(max_high) AS max_high
  FROM averaged
  GROUP BY currency, period
  UNION ALL
  SELECT currency, period, min(first_day), max(last_day), min(low), min(high), max(low), max(high)
  FROM monthly
  GROUP BY currency, period
),
daily AS (
  SELECT p.currency, p.period, min(d.low) AS min_low, min(d.high) AS min_high, max(d.low) AS max_low,
         max(d.high) AS max_high
  FROM every_period p
  JOIN against_dollar d
    ON d.currency = p.currency AND d.kind = 'day' AND d.first_day BETWEEN p.first_day AND p.last_day
  GROUP BY p.currency, p.period
),
-- A month without daily rates has nothing but its average.
extreme AS (
  SELECT p.currency, p.period, p.first_day, p.last_day,
         CASE WHEN d.min_low < p.min_low THEN d.min_low ELSE p.min_low END AS min_low,
         CASE WHEN d.min_high < p.min_high THEN d.min_high ELSE p.min_high END AS min_high,
         CASE WHEN d.max_low > p.max_low THEN d.max_low ELSE p.max_low END AS max_low,
         CASE WHEN d.max_high > p.max_high THEN d.max_high ELSE p.max_high END AS max_high,
         CASE WHEN d.currency IS NULL THEN 'monthly average' ELSE 'monthly average or daily rate' END AS what
  FROM every_period p
  LEFT JOIN daily d ON d.currency = p.currency AND d.period = p.period
  WHERE d.currency IS NOT NULL OR NOT (length(p.period) = 7 AND substring(p.period, 6, 1) IN ('0', '1'))
),
source AS (
  SELECT currency,
         CASE WHEN min(publisher) = max(publisher) THEN min(publisher)
              ELSE min(publisher) || '; ' || max(publisher) END AS publisher,
         max(published) AS published
  FROM against_dollar
  GROUP BY currency
),
reading AS (
  SELECT currency, period, '' AS basis, low, high,
         'mean of ' || CAST(last_month - first_month + 1 AS VARCHAR) || ' monthly averages = '
           || CAST(round((low + high) / 2, 4) AS VARCHAR) || ' (' || publisher || ')' AS arithmetic,
         publisher, publication, published, url
  FROM averaged
  UNION ALL
  SELECT currency, period, CASE WHEN kind = 'end' THEN 'end' ELSE '' END, low, high, words || ' (' || citation || ')',
         publisher, publication, published, url
  FROM against_dollar
  UNION ALL
  SELECT e.currency, e.period, 'min', min_low, min_high,
         'lowest ' || what || ': ' || CAST(round((min_low + min_high) / 2, 4) AS VARCHAR)
           || ' (' || s.publisher || ')',
         s.publisher, '', s.published, ''
  FROM extreme e JOIN source s ON s.currency = e.currency
  UNION ALL
  SELECT e.currency, e.period, 'max', max_low, max_high,
         'highest ' || what || ': ' || CAST(round((max_low + max_high) / 2, 4) AS VARCHAR)
           || ' (' || s.publisher || ')',
         s.publisher, '', s.published, ''
  FROM extreme e JOIN source s ON s.currency = e.currency
)
SELECT currency AS reporter, 'USD' AS partner, '' AS flow, 'exchange_rate' AS measure, period, '' AS among,
       currency || ' per USD' AS unit, basis, low, high, arithmetic, publisher, publication, published, url
FROM reading
