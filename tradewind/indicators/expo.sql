-- expo: An edition of a fair: its number, dates, exhibitors, countries and area.
-- unit: edition, exhibitors, countries, square metres; date (days since 1970-01-01) for its first and last day
-- source: the editions as published
--
-- The reporter is the fair's code, the period the edition's year, the measure edition | dates | exhibitors | countries |
-- area.
-- A row that does not say when takes the days of the edition's other rows.
WITH known AS (
  SELECT expo, edition, min(start_day) AS first_day, max(end_day) AS last_day, max(city) AS place
  FROM expo_edition GROUP BY expo, edition
),
edition_of_year AS (
  SELECT e.*, substring(CAST(first_day AS VARCHAR), 1, 4) AS period,
         'edition ' || CAST(e.edition AS VARCHAR) || ', '
           || coalesce(CAST(start_day AS VARCHAR) || ' to ' || CAST(end_day AS VARCHAR),
                       substring(CAST(first_day AS VARCHAR), 1, 4))
           || CASE WHEN place = '' THEN '' ELSE ', ' || place END AS words
  FROM expo_edition e JOIN known k ON k.expo = e.expo AND k.edition = e.edition
  WHERE first_day IS NOT NULL
),
reading AS (
  SELECT e.*, 'edition' AS measure, 'edition' AS unit, CAST(edition AS DOUBLE) AS low, CAST(edition AS DOUBLE) AS high,
         words AS arithmetic
  FROM edition_of_year e
  UNION ALL
  SELECT e.*, 'dates', 'date', CAST(start_day - DATE '1970-01-01' AS DOUBLE),
         CAST(end_day - DATE '1970-01-01' AS DOUBLE), words
  FROM edition_of_year e WHERE start_day IS NOT NULL AND end_day IS NOT NULL
  UNION ALL
  SELECT e.*, 'exhibitors', 'exhibitors', exhibitors_low, exhibitors_high,
         trim(exhibitors_note || ' ' || exhibitors) || ' exhibitors; ' || words
  FROM edition_of_year e WHERE exhibitors <> ''
  UNION ALL
  SELECT e.*, 'countries', 'countries', countries_low, countries_high, countries || ' countries; ' || words
  FROM edition_of_year e WHERE countries <> ''
  UNION ALL
  SELECT e.*, 'area', 'square metres', area_low, area_high, area_square_metres || ' square metres; ' || words
  FROM edition_of_year e WHERE area_square_metres <> ''
)
SELECT expo AS reporter, '' AS partner, '' AS flow, measure, period, '' AS among, unit, '' AS basis, low, high,
       arithmetic || ' (' || citation || ')' AS arithmetic, publisher,
       'on edition ' || CAST(edition AS VARCHAR) AS publication, published, url
FROM reading
