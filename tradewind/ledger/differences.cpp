#include "tradewind/ledger/ledger.hpp"

namespace tradewind {

// A published total and the sum of its members differ when no numbers within their rounding agree. Of each publisher
// the most exact figure counts, the newest among equally exact ones. Members that have no figure are named; a bloc of
// which fewer than half have one says nothing.
Table Ledger::differences() const {
  return query(R"sql(
WITH used AS (
  SELECT * FROM (
    SELECT f.*, row_number() OVER (PARTITION BY reporter, partner, flow, measure, period, base, publisher
                                   ORDER BY place, published DESC, id) AS choice
    FROM figure f WHERE kind = 'level')
  WHERE choice = 1 AND low IS NOT NULL AND high IS NOT NULL),
member AS (
  SELECT t.id, m.economy, p.low, p.high
  FROM used t
  JOIN membership m ON m.bloc = t.partner AND m.from_day <= t.last_day AND (m.to_day IS NULL OR m.to_day >= t.last_day)
                   AND m.economy <> t.reporter
  LEFT JOIN used p ON p.partner = m.economy AND p.reporter = t.reporter AND p.flow = t.flow AND p.measure = t.measure
                  AND p.period = t.period AND p.base = t.base AND p.publisher = t.publisher),
total AS (
  SELECT id, sum(low) AS low, sum(high) AS high, count(low) AS present, count(*) AS members,
         string_agg(CASE WHEN low IS NULL THEN economy END, ', ' ORDER BY economy) AS lacking
  FROM member GROUP BY id)
SELECT t.reporter, t.partner AS bloc, t.flow, t.measure, t.period, t.publisher,
       t.value || ' ' || t.unit AS published, (s.low + s.high) / 2 AS sum, t.base AS unit,
       coalesce(s.lacking, '') AS "members lacking",
       round(100 * ((s.low + s.high) / (t.low + t.high) - 1), 2) AS "difference in percent"
FROM used t JOIN total s ON s.id = t.id
WHERE 2 * s.present >= s.members AND (s.high < t.low OR s.low > t.high) AND t.low + t.high <> 0
ORDER BY t.reporter, bloc, t.measure, t.flow, t.last_day, t.period, t.publisher, t.base)sql");
}

}  // namespace tradewind
