#!/usr/bin/env python3
"""Makes simulated-trade.csv: trade of economies that do not exist, so that docs/estimate.md has a truth to be held to.

    python3 simulated_trade.py > simulated-trade.csv

Sixteen economies E01 to E16 on a square, two sectors, six years (2000, 2004, ..., 2020), sales at home included.

    trade = exp(exporter-sector-year + importer-sector-year + pair - 0.9 log(distance) - 1.5 international
                + now rta + later rta_lag4) * noise

An agreement raises trade in manufactures by 0.40 at once and by 0.30 more four years later (in logs), trade in farm goods
by 0.20 and 0.10. It is likelier between neighbours and between pairs that trade much anyway (their pair effect is high),
which is why a regression without pair effects must not be believed. The noise has mean 1 and a variance of 0.1; small
flows become zeros.
"""
import math
import random

random.seed(2025)
ECONOMIES = [f"E{n:02}" for n in range(1, 17)]
SECTORS = ["farming", "manufacturing"]
NOW, LATER = dict(zip(SECTORS, (0.20, 0.40))), dict(zip(SECTORS, (0.10, 0.30)))
YEARS = range(2000, 2024, 4)

place = {e: (random.uniform(0, 4000), random.uniform(0, 4000)) for e in ECONOMIES}
size = {(e, s): random.gauss(0, 0.8) for e in ECONOMIES for s in SECTORS}
growth = {e: random.gauss(0.10, 0.05) for e in ECONOMIES}


def distance(a, b):
    if a == b:
        return 100
    return round(max(150, math.dist(place[a], place[b])))


pair, since = {}, {}
for i, a in enumerate(ECONOMIES):
    for b in ECONOMIES[i:]:
        pair[a, b] = pair[b, a] = random.gauss(0, 0.5)
        since[a, b] = since[b, a] = 9999
        if a != b:
            liking = 0.9 * pair[a, b] - 0.8 * math.log(distance(a, b) / 1500)
            if random.random() < 1 / (1 + math.exp(-liking)):
                since[a, b] = since[b, a] = random.choice([2001, 2003, 2007, 2010, 2013, 2015])

print("exporter,importer,sector,year,trade,distance,rta,rta_lag4")
for a in ECONOMIES:
    for b in ECONOMIES:
        for s in SECTORS:
            for t, year in enumerate(YEARS):
                rta = int(year >= since[a, b])
                rta_lag4 = int(year - 4 >= since[a, b])
                mean = math.exp(6.5 + size[a, s] + size[b, s] + t * (growth[a] + growth[b]) + pair[a, b]
                                - 0.9 * math.log(distance(a, b) / 100) - 1.5 * (a != b) + NOW[s] * rta + LATER[s] * rta_lag4)
                trade = mean * random.gammavariate(10, 0.1)
                print(a, b, s, year, f"{trade:.1f}" if trade >= 2 else 0, distance(a, b), rta, rta_lag4, sep=",")
