# The bivariate normal distribution at 30 digits: the integral of phi(x) Phi((k - rho x) / s), in pieces (mpmath): prints JSON.
import json
import mpmath as mp

mp.mp.dps = 30


def phi(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2


def cdf(h, k, rho):
    h, k, rho = mp.mpf(h), mp.mpf(k), mp.mpf(rho)
    s = mp.sqrt((1 - rho) * (1 + rho))
    turn, w = (k / rho, s / abs(rho)) if rho else (mp.mpf(0), mp.mpf(1))
    low = h - 30 if h < 0 else mp.mpf(-30)
    cuts = {low, h} | {turn + i * w for i in (-30, -12, -6, -3, -1, 0, 1, 3, 6, 12, 30)} | {mp.mpf(i) / 2 for i in range(-90, 80)}
    cuts = sorted(c for c in cuts if low <= c <= h)
    f = lambda x: mp.exp(-x * x / 2) * phi((k - rho * x) / s)
    # mpmath's rule stops at an absolute error: the function is brought to a height of 1, and left out where it is nothing.
    top = max(f(c) for c in cuts)
    use = [i for i, c in enumerate(cuts) if f(c) > top * mp.mpf(10) ** -32]
    cuts = cuts[max(0, use[0] - 1):use[-1] + 2]
    fine = sorted({c + (d - c) * i / 3 for c, d in zip(cuts, cuts[1:]) for i in range(4)})
    return top * mp.quad(lambda x: f(x) / top, fine) / mp.sqrt(2 * mp.pi)


cases = []
for rho in (-0.999999, -0.97, -0.92, -0.8, -0.35, -1e-3, 0.0, 0.1, 0.3, 0.5, 0.75, 0.9, 0.93, 0.99, 0.9999999):
    for h, k in ((0, 0), (-1, 0.5), (1.3, 1.2), (-2.5, -2.4), (3, -1), (0.1, 4.5), (-6, -5), (-9, 2), (7, 8), (-12, -12.5), (2, -1.999)):
        value = cdf(h, k, rho)
        if value > mp.mpf(10) ** -300:
            cases.append([rho, h, k, mp.nstr(value, 20)])
print('{"mpmath": "%s", "digits": 30, "cases": [' % mp.__version__)
print(",\n".join(json.dumps(case) for case in cases))
print("]}")
