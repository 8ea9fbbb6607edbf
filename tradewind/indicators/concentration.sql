-- concentration: How far a reporter's trade rests on few partners: the sum of squared shares (Herfindahl), 0 to 1.
-- unit: index
-- source: Hirschman (1945), Herfindahl (1950), over the partners' levels and the total of one publisher and year
--
-- `among` as for rank ('partners' or 'economies'); the partner is the whole world. What partners without a figure have
-- of the total may belong to one of them or to many: the upper end takes it for one.
--
-- `basis` is the currency.
WITH part AS (
  SELECT r.reporter, r.flow, r.measure, r.period, r.among, r.basis, r.publisher, l.low, l.high
  FROM indicator.rank r
  JOIN indicator.level l
    ON l.reporter = r.reporter AND l.partner = r.partner AND l.flow = r.flow AND l.measure = r.measure
   AND l.period = r.period AND l.unit = r.basis AND l.publisher = r.publisher AND l.chosen
  WHERE length(r.period) = 4 AND r.among IN ('partners', 'economies')
),
squares AS (
  SELECT p.reporter, p.flow, p.measure, p.period, p.among, p.basis, p.publisher,
         w.low AS whole_low, w.high AS whole_high, w.printed, w.citation, w.publication, w.published, w.url,
         sum((p.low / w.high) * (p.low / w.high)) AS low_squares,
         sum((p.high / w.low) * (p.high / w.low)) AS high_squares,
         sum(p.low) AS listed, count(*) AS partners
  FROM part p
  JOIN indicator.level w
    ON w.reporter = p.reporter AND w.partner = 'WLD' AND w.flow = p.flow AND w.measure = p.measure
   AND w.period = p.period AND w.unit = p.basis AND w.publisher = p.publisher AND w.chosen
  WHERE w.low > 0 AND w.high IS NOT NULL
  GROUP BY p.reporter, p.flow, p.measure, p.period, p.among, p.basis, p.publisher,
           w.low, w.high, w.printed, w.citation, w.publication, w.published, w.url
)
SELECT reporter, 'WLD' AS partner, flow, measure, period, among, 'index' AS unit, basis,
       low_squares AS low,
       CASE WHEN listed >= whole_high THEN high_squares
            ELSE high_squares + (whole_high - listed) / whole_low * ((whole_high - listed) / whole_low) END AS high,
       'sum of the squared shares of ' || CAST(partners AS VARCHAR) || ' partners in ' || printed || ' = '
         || CAST(round((low_squares + high_squares) / 2, 4) AS VARCHAR) || '; '
         || CAST(round(100 * (1 - listed / whole_high), 1) AS VARCHAR) || ' percent of the total not listed ('
         || citation || ')' AS arithmetic,
       publisher, publication, published, url
FROM squares
