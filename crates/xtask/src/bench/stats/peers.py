"""What others need for the same work: one process a case, from the file to a printed result.

    python peers.py make DIR SCALE          writes the files
    python peers.py long DIR ROWS           writes a file of so many rows in parts, and the same figures' first 2,000,000
    python peers.py CASE TOOL FILE          prints a result, and on stderr the seconds of counting alone
"""
import sys
import time


def make(folder, scale):
    import os
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq
    os.makedirs(folder, exist_ok=True)

    def keep(name, columns):
        path = f"{folder}/{name}.parquet"
        if not os.path.exists(path):
            pq.write_table(pa.table(columns), path, row_group_size=131072)
        # R without a Parquet reader takes the doubles as they are, which costs it less.
        raw = f"{folder}/{name}.doubles"
        if not os.path.exists(raw):
            with open(raw, "wb") as out:
                for column in columns.values():
                    out.write(np.asarray(column, dtype="<f8").tobytes())

    def normal(seed, rows, columns, factors=3):
        r = np.random.default_rng(seed)
        common = r.normal(size=(rows, factors))
        weights = r.normal(size=(factors, columns))
        return {f"x{j + 1}": common @ weights[:, j] + r.normal(size=rows) for j in range(columns)}

    n = lambda rows: max(100, int(rows * scale))
    keep("tall", normal(1, n(2_000_000), 20))
    keep("wide", normal(2, n(200_000), 100))
    x = normal(3, n(1_000_000), 20)
    r = np.random.default_rng(4)
    y = sum((j + 1) / 10 * x[f"x{j + 1}"] for j in range(20)) + r.normal(size=n(1_000_000)) * (1 + np.abs(x["x1"]))
    keep("model", {"y": y, **x})
    keep("ranks", normal(5, n(500_000), 20))
    keep("pair", normal(6, n(20_000), 2))
    centres = np.random.default_rng(7).normal(size=(8, 10)) * 4
    own = np.random.default_rng(8).integers(0, 8, n(500_000))
    points = centres[own] + np.random.default_rng(9).normal(size=(n(500_000), 10))
    keep("points", {f"x{j + 1}": points[:, j] for j in range(10)})
    keep("items", normal(10, n(100_000), 50, 5))
    few = centres[np.random.default_rng(11).integers(0, 8, n(10_000))]
    few = few + np.random.default_rng(12).normal(size=few.shape)
    keep("few", {f"x{j + 1}": few[:, j] for j in range(10)})
    small = normal(13, 1000, 10)
    keep("small", {"y": sum(small.values()) + np.random.default_rng(14).normal(size=1000), **small})


def long(folder, rows):
    # Figures of two decimals, as counted rates are: a file of 200,000,000 rows fits on a disk.
    import os
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq
    os.makedirs(folder, exist_ok=True)
    weights = np.random.default_rng(20).normal(size=(3, 20)).astype(np.float32)
    names = ["y"] + [f"x{j + 1}" for j in range(19)]
    part = 1_000_000

    def figures(number, count):
        r = np.random.default_rng([21, number])
        common = r.standard_normal((count, 3), dtype=np.float32)
        return np.round((common @ weights + r.standard_normal((count, 20), dtype=np.float32)).astype(float), 2)

    for size in sorted({min(rows, 2_000_000), rows}):
        path = f"{folder}/long-{size}.parquet"
        if os.path.exists(path):
            continue
        schema = pa.schema([(name, pa.float64()) for name in names])
        with pq.ParquetWriter(f"{path}.part", schema) as out:
            for number, start in enumerate(range(0, size, part)):
                values = figures(number, min(part, size - start))
                table = pa.table({name: values[:, j] for j, name in enumerate(names)}, schema=schema)
                out.write_table(table, row_group_size=131072)
        os.rename(f"{path}.part", path)


def table(path):
    import pyarrow.parquet as pq
    import numpy as np
    read = pq.read_table(path)
    return np.column_stack([read.column(j).to_numpy() for j in range(read.num_columns)])


class Counting:
    def __enter__(self):
        self.since = time.perf_counter()

    def __exit__(self, *_):
        print(f"{time.perf_counter() - self.since:.4f}", file=sys.stderr)


def correlation(tool, path):
    if tool == "polars":
        import polars as pl
        frame = pl.read_parquet(path)
        with Counting():
            found = frame.corr()
        print(found[0, 1])
        return
    import numpy as np
    values = table(path)
    with Counting():
        found = np.corrcoef(values, rowvar=False)
    print(found[0, 1])


def ols(tool, path, robust=False):
    import numpy as np
    values = table(path)
    if tool == "statsmodels":
        import statsmodels.api as sm
        with Counting():
            model = sm.OLS(values[:, 0], sm.add_constant(values[:, 1:])).fit(cov_type="HC3" if robust else "nonrobust")
            text = model.summary()
        print(text)
        return
    with Counting():
        y, x = values[:, 0], np.column_stack([np.ones(len(values)), values[:, 1:]])
        inverse = np.linalg.inv(x.T @ x)
        b = inverse @ (x.T @ y)
        e = y - x @ b
        if robust:
            leverage = np.einsum("ij,jk,ik->i", x, inverse, x)
            w = x * (e / (1 - leverage))[:, None]
            covariance = inverse @ (w.T @ w) @ inverse
        else:
            covariance = inverse * (e @ e / (len(y) - x.shape[1]))
        errors = np.sqrt(np.diag(covariance))
    print(b, errors)


def spearman(tool, path):
    if tool == "polars":
        import polars as pl
        frame = pl.read_parquet(path)
        with Counting():
            found = frame.select(pl.all().rank()).corr()
        print(found[0, 1])
        return
    from scipy.stats import spearmanr
    values = table(path)
    with Counting():
        found = spearmanr(values)
    print(found.statistic[0, 1])


def kendall(tool, path):
    from scipy.stats import kendalltau
    values = table(path)
    with Counting():
        found = kendalltau(values[:, 0], values[:, 1])
    print(found)


def kmeans(tool, path):
    import numpy as np
    from sklearn.cluster import KMeans
    values = table(path)
    start = values[np.round(np.linspace(0, len(values) - 1, 8)).astype(int)]
    with Counting():
        found = KMeans(8, init=start, n_init=1, max_iter=1000, tol=0, algorithm=tool.split("-")[1]).fit(values)
    print(found.inertia_, found.n_iter_)


def factor(tool, path):
    import numpy as np
    from sklearn.decomposition import FactorAnalysis
    values = table(path)
    with Counting():
        values = (values - values.mean(0)) / values.std(0)
        found = FactorAnalysis(5, tol=1e-8, max_iter=10000, svd_method="lapack").fit(values)
    print(found.noise_variance_[:3])


def ward(tool, path):
    import fastcluster
    values = table(path)
    with Counting():
        found = fastcluster.linkage_vector(values, "ward")
    print(found[-1])


def bootstrap(tool, path):
    import numpy as np
    values = table(path)
    y, x = values[:, 0], np.column_stack([np.ones(len(values)), values[:, 1:]])
    r = np.random.default_rng(1)
    with Counting():
        weights = r.multinomial(len(y), np.full(len(y), 1 / len(y)), size=2000).astype(float)
        pairs = (x[:, :, None] * x[:, None, :]).reshape(len(y), -1)
        left = (weights @ pairs).reshape(2000, x.shape[1], x.shape[1])
        right = weights @ (x * y[:, None])
        found = np.linalg.solve(left, right[:, :, None])[:, :, 0]
    print(found.std(0)[:3])


if __name__ == "__main__":
    _, case, *rest = sys.argv
    if case == "make":
        make(rest[0], float(rest[1]))
    elif case == "long":
        long(rest[0], int(rest[1]))
    elif case == "hc3":
        ols(*rest, robust=True)
    else:
        {"correlation": correlation, "ols": ols, "spearman": spearman, "kendall": kendall, "kmeans": kmeans,
         "factor": factor, "ward": ward, "bootstrap": bootstrap}[case](*rest)
