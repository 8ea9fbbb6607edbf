-- milestone: What happened to an agreement, and when.
-- unit: date: low and high are the first and the last day that it may have been, in days since 1970-01-01
-- source: the milestones as published
--
-- The reporter is the agreement's code, the measure the kind of event (signed, entered_into_force ...).
SELECT agreement AS reporter, '' AS partner, '' AS flow, kind AS measure, date AS period, '' AS among, 'date' AS unit,
       '' AS basis, CAST(first_day - DATE '1970-01-01' AS DOUBLE) AS low,
       CAST(last_day - DATE '1970-01-01' AS DOUBLE) AS high,
       date || ': ' || rtrim(event, '.') || CASE WHEN place = '' THEN '' ELSE ', ' || place END || ' (' || citation || ')'
         AS arithmetic,
       publisher, publication, published, url
FROM milestone
