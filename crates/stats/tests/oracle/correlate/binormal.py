# What lies below a pair of bounds under a bivariate normal distribution, by integration with 40 digits.
import mpmath as mp

mp.mp.dps = 40


def below(h, k, r):
    h, k, r = map(mp.mpf, (h, k, r))
    f = lambda t: mp.exp(-(h * h - 2 * t * h * k + k * k) / (2 * (1 - t * t))) / mp.sqrt(1 - t * t) / (2 * mp.pi)
    return mp.ncdf(h) * mp.ncdf(k) + mp.quad(f, mp.linspace(0, r, 12))


for bounds in [("0.5", "-0.3", "0.6"), ("1.2", "1.1", "0.97"), ("-1.5", "0.4", "-0.8")]:
    print(bounds, mp.nstr(below(*bounds), 20))
