# Mean, deviation and lag-1 autocorrelation of the doubles nearest to NIST's univariate figures, in fractions: what a program
# that is given doubles can reach at best. Argument: the folder nist/univ. Writes univ.json.
import json
import pathlib
import sys
from fractions import Fraction

import mpmath as mp

mp.mp.dps = 60
found = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.dat")):
    x = [Fraction(float(line)) for line in path.read_text().splitlines()[60:] if line.strip()]
    n, mean = len(x), sum(x) / len(x)
    squares = sum((v - mean) ** 2 for v in x)
    lag = sum((a - mean) * (b - mean) for a, b in zip(x, x[1:]))
    exact = lambda f: mp.mpf(f.numerator) / mp.mpf(f.denominator)
    values = exact(mean), mp.sqrt(exact(squares / (n - 1))), exact(lag / squares)
    found[path.stem] = [float(value) for value in values]
pathlib.Path(__file__).with_name("univ.json").write_text(json.dumps(found, indent=1) + "\n")
