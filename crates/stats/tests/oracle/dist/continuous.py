# Tails of continuous distributions at many digits, by power series of positive terms (mpmath, gmpy2): prints JSON.
# Each case: [function, parameters, x, lower tail, upper tail, log of the lower, log of the upper].
import json
import mpmath as mp

mp.mp.dps = 360


def gamma_tails(a, x):
    a, x = mp.mpf(a), mp.mpf(x)
    term = total = 1 / a
    n = a
    while term > total * mp.mpf(10) ** -355:
        n += 1
        term *= x / n
        total += term
    lower = mp.exp(a * mp.log(x) - x - mp.loggamma(a)) * total
    return lower, 1 - lower


def series(a, b, x, y):
    term = total = 1 / a
    n = mp.mpf(0)
    while term > total * mp.mpf(10) ** -355:
        term *= (a + b + n) / (a + 1 + n) * x
        n += 1
        total += term
    return mp.exp(a * mp.log(x) + b * mp.log(y) + mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b)) * total


def beta_tails(a, b, x, y):
    a, b = mp.mpf(a), mp.mpf(b)
    if x <= y:
        lower = series(a, b, x, y)
        return lower, 1 - lower
    upper = series(b, a, y, x)
    return 1 - upper, upper


def normal(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2, mp.erfc(z / mp.sqrt(2)) / 2


def student(n, t):
    n, t = mp.mpf(n), mp.mpf(t)
    x = n / (n + t * t)
    both = beta_tails(n / 2, mp.mpf(1) / 2, x, 1 - x)[0]
    small = both / 2
    return (1 - small, small) if t > 0 else (small, 1 - small)


def fisher(n, m, f):
    n, m, f = mp.mpf(n), mp.mpf(m), mp.mpf(f)
    return beta_tails(n / 2, m / 2, n * f / (n * f + m), m / (n * f + m))


cases = []


def add(name, parameters, x, tails):
    if mp.mpf(10) ** -335 < min(tails):
        numbers = [mp.nstr(v, 20) for v in (*tails, mp.log(tails[0]), mp.log(tails[1]))]
        cases.append([name, [float(v) for v in parameters], float(x), *numbers])


for z in (-40.0, -37.5, -30.3, -20.7, -8.1, -3.3, -1.0, -0.1, 1e-9, 0.4, 2.2, 6.6, 11.3, 25.9, 100.0, 1e3):
    with mp.workdps(50):
        lower, upper = normal(mp.mpf(z))
        cases.append(["normal", [], z, *[mp.nstr(v, 20) for v in (lower, upper, mp.log(lower), mp.log(upper))]])
for n in (0.1, 0.5, 1, 2.5, 3, 10, 30.3, 100, 1000, 12345.6, 1e6, 1e9):
    for t in (1e-5, 0.1, 0.7, 1.5, 3.3, 10.1, 25.7, 36.5):
        add("t", [n], t, student(n, t))
for n in (0.1, 1, 2.5, 5):
    for t in (-150.0, 1e4, 1e10):
        add("t", [n], t, student(n, t))
for k in (0.1, 0.7, 1, 2, 5, 17.3, 100, 190, 210, 1000, 54321, 1e6, 1e9):
    sd = mp.sqrt(2 * k)
    for z in (-30, -10, -3, -1, -0.1, 0.5, 2, 6, 20, 36):
        x = float(k + z * sd)
        if x > 0:
            add("chisq", [k], x, gamma_tails(mp.mpf(k) / 2, mp.mpf(x) / 2))
for k in (0.1, 1, 5, 100):
    for x in (1e-12, 1e-3, 0.1, 1.0, 4.0, 50.0, 500.0, 1300.0):
        add("chisq", [k], x, gamma_tails(mp.mpf(k) / 2, mp.mpf(x) / 2))
for a, s in ((0.3, 2.7), (3.3, 0.1), (150.5, 3.0), (7e5, 0.7)):
    for z in (-5, -1, 0.2, 3, 10):
        x = float(s * (a + z * mp.sqrt(a)))
        if x > 0:
            add("gamma", [a, s], x, gamma_tails(a, mp.mpf(x) / mp.mpf(s)))
for n, m in ((0.1, 0.1), (0.1, 50), (1, 3), (3, 20), (5, 1), (2, 1e4), (1e4, 2), (7, 1e9), (0.1, 1e9), (40, 40), (110, 130),
             (200, 300), (125, 1e6), (1e6, 150), (2000, 3000), (1e5, 2e5)):
    for f in (1e-3, 0.2, 0.7, 0.97, 1.0, 1.01, 1.2, 2.0, 5.0, 50.0, 5000.0):
        if n >= 1e5 and m >= 1e5 and not 0.9 < f < 1.3:
            continue
        add("f", [n, m], f, fisher(n, m, f))
for f in (0.999, 1.0, 1.0003):
    add("f", [4e7, 6e7], f, fisher(4e7, 6e7, f))
for a, b in ((0.05, 0.05), (0.5, 0.5), (2, 3), (30, 0.2), (0.2, 1e3), (70, 80), (70, 5e4), (1e5, 100), (4000, 5000)):
    for share in (1e-6, 0.01, 0.3, 0.444, 0.5, 0.9, 0.999):
        add("beta", [a, b], share, beta_tails(a, b, mp.mpf(share), 1 - mp.mpf(share)))
    mean = float(mp.mpf(a) / (a + b))
    add("beta", [a, b], mean, beta_tails(a, b, mp.mpf(mean), 1 - mp.mpf(mean)))
print('{"mpmath": "%s", "digits": 360, "cases": [' % mp.__version__)
print(",\n".join(json.dumps(case) for case in cases))
print("]}")
