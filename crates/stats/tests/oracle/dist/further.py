# Counts, noncentral distributions and the studentised range at many digits (mpmath): prints JSON.
# Each case: [function, parameters, x, lower tail, upper tail].
import json
import mpmath as mp

mp.mp.dps = 40
cases = []


def add(name, parameters, x, lower, upper):
    cases.append([name, [float(v) for v in parameters], float(x), mp.nstr(lower, 20), mp.nstr(upper, 20)])


def counted(name, parameters, ks, pmf, most):
    shares = [pmf(k) for k in range(most + 1)]
    for k in ks:
        add(name, parameters, k, mp.fsum(shares[:k + 1]), mp.fsum(shares[k + 1:]))


for n, p in ((10, 0.3), (50, 0.01), (925, 0.75), (2000, 0.5)):
    q = 1 - mp.mpf(p)
    ks = sorted({0, n // 10, n // 3, n // 2, int(n * p), int(n * p) + n // 20 + 1, n - 2})
    counted("binomial", [n, p], ks, lambda k: mp.binomial(n, k) * mp.mpf(p) ** k * q ** (n - k), n)
for mean in (0.3, 7.7, 400.5):
    counted("poisson", [mean], sorted({0, int(mean / 2), int(mean), int(mean * 1.3) + 1, int(mean * 2) + 5}),
            lambda k: mp.exp(-mp.mpf(mean)) * mp.mpf(mean) ** k / mp.factorial(k), int(mean * 4) + 120)
for size, p in ((0.4, 0.2), (3, 0.5), (20.5, 0.1)):
    counted("negative binomial", [size, p], (0, 1, 5, 40, 180, 300),
            lambda k: mp.gamma(mp.mpf(size) + k) / mp.gamma(mp.mpf(size)) / mp.factorial(k) * mp.mpf(p) ** mp.mpf(size) * (1 - mp.mpf(p)) ** k, 3000)
for m, n, k in ((4, 4, 4), (275, 4575, 2400), (30, 70, 60)):
    counted("hypergeometric", [m, n, k], sorted({0, 2, min(m, k) // 3, k * m // (m + n), k * m // (m + n) + 6, min(m, k) - 1}),
            lambda i: mp.binomial(m, i) * mp.binomial(n, k - i) / mp.binomial(m + n, k) if 0 <= k - i <= n else mp.mpf(0), min(m, k))


def cdf(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2


def over_scale(n, g, h, low, high):
    n = mp.mpf(n)
    front = mp.log(2) + n / 2 * mp.log(n / 2) - mp.loggamma(n / 2)
    steps = int((high - low) / h)
    return h * mp.fsum(mp.exp(front + n * u - n * mp.exp(2 * u) / 2) * g(mp.exp(u)) for u in (low + i * h for i in range(steps + 1)))


for n, shift, ts in ((3, 1.5, (-2.0, 0.0, 1.0, 4.0, 60.0)), (20, 2.0, (-6.0, 0.5, 2.1, 5.0, 20.0)), (784, 2.8, (-1.0, 1.96, 3.0, 9.0)), (20000, -1.0, (-4.0, 0.3, 3.0))):
    for t in ts:
        low, high = (mp.mpf(-30), mp.mpf(3)) if n < 10 else (mp.mpf(-5), mp.mpf(2)) if n < 100 else (mp.mpf(-1.5), mp.mpf(1)) if n < 1000 else (mp.mpf(-0.25), mp.mpf(0.25))
        h = (high - low) / 2500
        add("noncentral t", [n, shift], t, over_scale(n, lambda s: cdf(t * s - mp.mpf(shift)), h, low, high),
            over_scale(n, lambda s: cdf(mp.mpf(shift) - t * s), h, low, high))


def gamma_tails(a, x):
    upper = mp.gammainc(a, x, mp.inf, regularized=True)
    return mp.gammainc(a, 0, x, regularized=True), upper


def mixture(half, f):
    half, j, lower, upper = mp.mpf(half), 0, mp.mpf(0), mp.mpf(0)
    while True:
        weight = mp.exp(-half + j * mp.log(half) - mp.loggamma(j + 1))
        if j > half and weight < mp.mpf(10) ** -45:
            return lower, upper
        if weight > mp.mpf(10) ** -60:
            a, b = f(j)
            lower += weight * a
            upper += weight * b
        j += 1


for k, shift, xs in ((2, 3.0, (0.1, 4.0, 20.0, 60.0)), (5.5, 40.0, (5.0, 30.0, 45.0, 110.0)), (1, 250.0, (150.0, 251.0, 400.0))):
    for x in xs:
        add("noncentral chisq", [k, shift], x, *mixture(mp.mpf(shift) / 2, lambda j: gamma_tails(mp.mpf(k) / 2 + j, mp.mpf(x) / 2)))
for n, m, shift, xs in ((3, 20, 5.0, (0.2, 2.0, 6.0, 30.0)), (2, 400, 12.0, (0.5, 3.0, 7.0, 30.0)), (7, 4.4, 60.0, (2.0, 12.0, 100.0))):
    for x in xs:
        z = mp.mpf(n) * x / (mp.mpf(n) * x + m)
        f = lambda j: (mp.betainc(mp.mpf(n) / 2 + j, mp.mpf(m) / 2, 0, z, regularized=True), mp.betainc(mp.mpf(m) / 2, mp.mpf(n) / 2 + j, 0, 1 - z, regularized=True))
        add("noncentral f", [n, m, shift], x, *mixture(mp.mpf(shift) / 2, f))

mp.mp.dps = 25


def beyond(k, w):
    h = mp.mpf(1) / 8
    grid = [mp.mpf(i) * h for i in range(-8 * 13, 8 * (13 + int(w)))]
    return k * h * mp.fsum(mp.exp(-z * z / 2) / mp.sqrt(2 * mp.pi) * (cdf(z) ** (k - 1) - (cdf(z) - cdf(z - w)) ** (k - 1)) for z in grid)


for k, n, qs in ((4, 20, (2.0, 3.5, 6.0, 9.0)), (3, 27, (1.0, 3.506)), (2, 5, (4.0,)), (10, 60, (4.65, 9.0)), (6, 3, (5.0, 30.0))):
    for q in qs:
        low, high, h = (mp.mpf(-16), mp.mpf(1.25), mp.mpf(1) / 24) if n < 10 else (mp.mpf(-6), mp.mpf(0.9), mp.mpf(1) / 40)
        upper = over_scale(n, lambda s: beyond(k, q * s), h, low, high)
        add("studentized range", [k, n], q, 1 - upper, upper)
print('{"mpmath": "%s", "digits": 20, "cases": [' % mp.__version__)
print(",\n".join(json.dumps(case) for case in cases))
print("]}")
