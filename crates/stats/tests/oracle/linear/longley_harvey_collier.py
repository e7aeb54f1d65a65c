"""Harvey and Collier's statistic on Longley's data (R's `datasets::longley`) in 80 digits.

Usage: longley_harvey_collier.py longley.csv

lmtest's recursion starts from the first seven rows alone, whose columns have a condition of 10⁹, and keeps three digits."""
import csv
import sys
import mpmath as mp

mp.mp.dps = 80
rows = list(csv.reader(open(sys.argv[1])))[1:]
x = [[mp.mpf(1)] + [mp.mpf(float(word)) for word in row[1:7]] for row in rows]
y = [mp.mpf(float(row[7])) for row in rows]
k, w = 7, []
for at in range(k, len(x)):
    a, b = mp.matrix(x[:at]), mp.matrix(y[:at])
    inverse = (a.T * a) ** -1
    coefficients = inverse * (a.T * b)
    new = mp.matrix([x[at]])
    w.append((y[at] - (new * coefficients)[0]) / mp.sqrt(1 + (new * inverse * new.T)[0]))
mean = mp.fsum(w) / len(w)
sd = mp.sqrt(mp.fsum((one - mean) ** 2 for one in w) / (len(w) - 1))
print(mp.nstr(abs(mean) * mp.sqrt(len(w)) / sd, 20))
