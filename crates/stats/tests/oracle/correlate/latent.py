# Polychoric and polyserial correlations with 30 digits: polycor's optimiser stops after four to eight. Reads correlate.json,
# writes latent.json: the likelihood's slope is put to 0 by Newton's method.
import json
import pathlib

import mpmath as mp

mp.mp.dps = 30
here = pathlib.Path(__file__).parent
given = json.loads((here / "correlate.json").read_text())
inf = mp.inf
phi2 = lambda h, k, r: 0 if mp.isinf(h) or mp.isinf(k) else mp.exp(-(h * h - 2 * r * h * k + k * k) / (2 * (1 - r * r))) / (2 * mp.pi * mp.sqrt(1 - r * r))
cdf = lambda x: mp.mpf(0) if x == -inf else mp.mpf(1) if x == inf else mp.ncdf(x)
below = lambda h, k, r: cdf(h) * cdf(k) + (0 if mp.isinf(h) or mp.isinf(k) else mp.quad(lambda t: phi2(h, k, t), [0, r / 2, r]))


def cut(shares):
    passed, found = mp.mpf(0), []
    for share in shares[:-1]:
        passed += share
        found.append(mp.findroot(lambda x: mp.ncdf(x) - passed, 0))
    return found


def slope(tab, r, x, y):
    a, b = [-inf, *x, inf], [-inf, *y, inf]
    P = [[below(h, k, r) for k in b] for h in a]
    D = [[phi2(h, k, r) for k in b] for h in a]
    s, g = mp.sqrt(1 - r * r), [mp.mpf(0)] * (1 + len(x) + len(y))
    box = lambda M, i, j: M[i + 1][j + 1] - M[i][j + 1] - M[i + 1][j] + M[i][j]
    strip = lambda at, low, high: mp.npdf(at) * (cdf((high - r * at) / s) - cdf((low - r * at) / s))
    for i, row in enumerate(tab):
        for j, c in enumerate(row):
            w = c / box(P, i, j)
            g[0] += w * box(D, i, j)
            if i < len(x): g[1 + i] += w * strip(a[i + 1], b[j], b[j + 1])
            if i > 0: g[i] -= w * strip(a[i], b[j], b[j + 1])
            if j < len(y): g[1 + len(x) + j] += w * strip(b[j + 1], a[i], a[i + 1])
            if j > 0: g[len(x) + j] -= w * strip(b[j], a[i], a[i + 1])
    return g


flat = given["polychoric"]["tab"]
tab = [[mp.mpf(flat[j * 3 + i]) for j in range(3)] for i in range(3)]
n = sum(map(sum, tab))
x, y = cut([sum(row) / n for row in tab]), cut([sum(row[j] for row in tab) / n for j in range(3)])
two = mp.findroot(lambda r: slope(tab, r, x, y)[0], mp.mpf("0.42"))
one = mp.findroot(lambda *v: slope(tab, v[0], v[1:3], v[3:5]), [two, *x, *y])

z = [mp.mpf(v) for v in map(repr, given["polyserial"]["x"])]
u = given["polyserial"]["u"]
m = sum(z) / len(z)
sd = mp.sqrt(sum((v - m) ** 2 for v in z) / (len(z) - 1))
z = [(v - m) / sd for v in z]


def serial(r, *cuts):
    edges, s = [-inf, *cuts, inf], mp.sqrt(1 - r * r)
    g = [mp.mpf(0)] * (1 + len(cuts))
    for v, code in zip(z, u):
        low, high = edges[code - 1], edges[code]
        a, b = (low - r * v) / s, (high - r * v) / s
        p = cdf(b) - cdf(a)
        pdf = lambda e: 0 if mp.isinf(e) else mp.npdf(e) / p
        g[0] += (0 if mp.isinf(high) else pdf(b) * (high * r - v) / s**3) - (0 if mp.isinf(low) else pdf(a) * (low * r - v) / s**3)
        if code <= len(cuts): g[code] += pdf(b) / s
        if code > 1: g[code - 1] -= pdf(a) / s
    return g


cuts = cut([mp.mpf(u.count(k)) / len(u) for k in (1, 2, 3)])
rank = mp.findroot(serial, [mp.mpf("0.22"), *cuts])
found = {"two": float(two), "one": [float(v) for v in one], "serial": [float(v) for v in rank]}
(here / "latent.json").write_text(json.dumps(found, indent=1) + "\n")
