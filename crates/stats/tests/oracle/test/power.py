# Sample sizes and powers at 30 digits (mpmath): prints JSON.
import json
import mpmath as mp

mp.mp.dps = 30


def cdf(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2


def isf(p):
    return mp.findroot(lambda z: cdf(-z) - p, 2)


def t_sf(n, t):
    return mp.betainc(n / 2, mp.mpf(1) / 2, 0, n / (n + t * t), regularized=True) / 2


def noncentral_t_sf(n, shift, t):
    front = mp.log(2) + n / 2 * mp.log(n / 2) - mp.loggamma(n / 2)
    reach = mp.mpf(14) / mp.sqrt(2 * n)
    h = reach / 200
    grid = (i * h for i in range(-260, 201))
    return h * mp.fsum(mp.exp(front + n * u - n * mp.exp(2 * u) / 2) * cdf(shift - t * mp.exp(u)) for u in grid)


def power_t(n, delta, alpha, groups):
    df = (n - 1) * groups
    t = mp.findroot(lambda t: t_sf(df, t) - alpha / 2, 2)
    return noncentral_t_sf(df, mp.sqrt(n / groups) * delta, t)


def power_anova(n, k, between, within, alpha):
    df, rest = mp.mpf(k - 1), (n - 1) * k
    upper = lambda a, f: mp.betainc(rest / 2, a, 0, rest / (rest + df * f), regularized=True)
    f = mp.findroot(lambda f: upper(df / 2, f) - alpha, 2.7)
    half = df * n * between / within / 2
    return mp.fsum(mp.exp(-half + j * mp.log(half) - mp.loggamma(j + 1)) * upper(df / 2 + j, f) for j in range(140))


def power_prop(n, p, q, alpha):
    z = isf(alpha / 2)
    return cdf((mp.sqrt(n) * abs(p - q) - z * mp.sqrt((p + q) * (1 - (p + q) / 2))) / mp.sqrt(p * (1 - p) + q * (1 - q)))


def solve(f, start, goal):
    return mp.findroot(lambda n: f(n) - goal, (start, start * mp.mpf("1.001")), solver="secant", tol=1e-40, verify=False)


f = mp.mpf
answers = {
    "t_n": solve(lambda n: power_t(n, f(0.2), f(0.05), 2), f(393), f(0.8)),
    "t_one_n": solve(lambda n: power_t(n, f(0.5), f(0.05), 1), f(44), f(0.9)),
    "t_power": power_t(f(20), f(1), f(0.05), 2),
    "prop_n": solve(lambda n: power_prop(n, f(0.05), f(0.06), f(0.05)), f(8157), f(0.8)),
    "anova_n": solve(lambda n: power_anova(n, 4, f(1), f(3), f(0.05)), f(12), f(0.8)),
    "anova_power": power_anova(f(20), 4, f(1), f(3), f(0.05)),
}
print(json.dumps({"mpmath": mp.__version__, **{k: float(v) for k, v in answers.items()}}, indent=1))
