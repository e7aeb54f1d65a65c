# The elastic net's own equations on the columns that stayed, solved in 50 digits: python3 exact.py > exact.json (mpmath 1.3.0).
# glmnet stops when a pass hardly moves the loss, which leaves seven to ten digits where columns go together.
import json
from mpmath import mp, mpf, matrix, lu_solve, sqrt
mp.dps = 50
answers = json.load(open("glm.json"))
data = answers["data"]
n = len(data["y"])
half, sixth = 1 / sqrt(mpf(2)), 1 / sqrt(mpf(6))
columns = [
    [mpf(v) for v in data["x"]], [mpf(v) for v in data["z"]],
    [mpf(v == "q") for v in data["a"]], [mpf(v == "r") for v in data["a"]],
    [{"low": -half, "middle": mpf(0), "high": half}[v] for v in data["o"]],
    [{"low": sixth, "middle": -2 * sixth, "high": sixth}[v] for v in data["o"]],
    [mpf(v) for v in data["w"]],
]
y = [mpf(v) for v in data["y"]]
mean = lambda c: sum(c) / n
centre = lambda c: [v - mean(c) for v in c]
sd = lambda c: sqrt(sum(v * v for v in centre(c)) / n)
found = {}
for key, alpha, standardise in [("lasso", 1, True), ("enet", mpf(1) / 2, True), ("enet_raw", mpf("0.3"), False), ("ridge_net", 0, True)]:
    found[key] = []
    for at, lam in enumerate([mpf(0.5), mpf(0.1), mpf(0.02)]):
        alpha = mpf(float(alpha))
        told = [row[at] for row in answers[key]["rows"]][1:]
        keep = [j for j, b in enumerate(told) if b != 0]
        scale = [sd(columns[j]) if standardise else mpf(1) for j in keep]
        own = [[v / s for v in centre(columns[j])] for j, s in zip(keep, scale)]
        a = matrix(len(keep))
        b = matrix(len(keep), 1)
        for i, u in enumerate(own):
            for j, v in enumerate(own):
                a[i, j] = sum(p * q for p, q in zip(u, v)) / n + (lam * (1 - alpha) / sd(y) if i == j else 0)
            b[i] = sum(p * q for p, q in zip(u, centre(y))) / n - lam * alpha * (1 if told[keep[i]] > 0 else -1)
        beta = lu_solve(a, b)
        whole = [mpf(0)] * len(columns)
        for i, j in enumerate(keep):
            assert (beta[i] > 0) == (told[j] > 0)
            whole[j] = beta[i] / scale[i]
        intercept = mean(y) - sum(c * mean(columns[j]) for j, c in enumerate(whole))
        found[key].append([float(v) for v in [intercept] + whole])
print(json.dumps(found))
