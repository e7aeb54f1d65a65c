"""Writes the same table in many ways: pyarrow 26 and polars 2 were tried."""
import datetime
import sys

import polars
import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as parquet

folder, rows = sys.argv[1], range(3000)
table = pa.table({
    "x": [row * 0.1 for row in rows],
    "y": pa.array([None if row % 7 == 0 else row / 3 for row in rows], pa.float64()),
    "n": pa.array([row - 1500 for row in rows], pa.int32()),
    "day": [datetime.date(1970, 1, 1) + datetime.timedelta(days=20_000 + row % 100) for row in rows],
    "word": [None if row % 7 == 0 else ["a", "б", "c d"][row % 3] for row in rows],
    "ok": [row % 2 == 0 for row in rows],
})
small = dict(row_group_size=1000, data_page_size=700, write_batch_size=50)
parquet.write_table(table, f"{folder}/default.parquet")
for compression in ["none", "snappy", "zstd", "gzip", "lz4"]:
    parquet.write_table(table, f"{folder}/{compression}.parquet", compression=compression, **small)
parquet.write_table(table, f"{folder}/second.parquet", data_page_version="2.0", **small)
parquet.write_table(table, f"{folder}/plain.parquet", use_dictionary=False, **small)
parquet.write_table(
    table, f"{folder}/rare.parquet", use_dictionary=False, **small,
    column_encoding={"x": "BYTE_STREAM_SPLIT", "n": "DELTA_BINARY_PACKED", "word": "DELTA_BYTE_ARRAY"},
)
frame = polars.from_arrow(table)
frame.write_parquet(f"{folder}/polars.parquet")
frame.write_parquet(f"{folder}/polars-snappy.parquet", compression="snappy", row_group_size=500)
frame.write_csv(f"{folder}/polars.csv")
csv.write_csv(table, f"{folder}/arrow.csv")
