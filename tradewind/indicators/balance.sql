-- balance: Exports less imports.
-- unit: the currency, in units of one
-- source: computed from the exports and imports that one publisher printed; published balances stand beside it
SELECT sold.reporter, sold.partner, 'balance' AS flow, sold.measure, sold.period, '' AS among, sold.unit, '' AS basis,
       sold.low - bought.high AS low, sold.high - bought.low AS high,
       sold.printed || ' - ' || bought.printed || ' = '
         || coalesce(CAST(round((sold.low + sold.high - bought.low - bought.high) / 2 / 1e9, 3) AS VARCHAR), 'about ?')
         || ' billion ' || sold.unit || ' (' || sold.citation || ')' AS arithmetic,
       sold.publisher, sold.publication, sold.published, sold.url
FROM indicator.level sold
JOIN indicator.level bought
  ON bought.reporter = sold.reporter AND bought.partner = sold.partner AND bought.flow = 'imports'
 AND bought.measure = sold.measure AND bought.unit = sold.unit AND bought.publisher = sold.publisher
 AND bought.period = sold.period
WHERE sold.flow = 'exports' AND sold.chosen AND bought.chosen
UNION ALL
SELECT reporter, partner, flow, measure, period, '', unit, '', low, high, 'as published: ' || arithmetic,
       publisher, publication, published, url
FROM indicator.level
WHERE flow = 'balance'
