//! Products of every column with every other, for a block of rows.

/// Columns on a side of a tile: 9 sums and 6 columns fill the 16 registers of AVX2.
const SIDE: usize = 3;
/// Rows that one register holds.
const LANES: usize = 4;

/// Columns of a block, one after the other, with room for whole tiles; what is not filled is 0 and adds nothing.
pub(super) struct Block {
    columns: usize,
    rows: usize,
    values: Vec<f64>,
}

impl Block {
    /// A block of so many columns with room for so many rows.
    pub(super) fn new(columns: usize, rows: usize) -> Self {
        let rows = rows.next_multiple_of(LANES);
        Block { columns, rows, values: vec![0.0; columns.next_multiple_of(SIDE) * rows] }
    }

    /// The room of a column; the caller fills all of it that is not to stay as it was.
    pub(super) fn column(&mut self, at: usize) -> &mut [f64] {
        &mut self.values[at * self.rows..(at + 1) * self.rows]
    }

    fn tile(&self, from: usize) -> [&[f64]; SIDE] {
        std::array::from_fn(|at| &self.values[(from + at) * self.rows..(from + at + 1) * self.rows])
    }

    /// Adds the products of the columns of `self` with those of `other` (as many rows) to `sums`, a square of columns row by
    /// row; of a block with itself only the upper half with the diagonal.
    pub(super) fn products(&self, other: &Block, sums: &mut [f64]) {
        let k = self.columns;
        let same = std::ptr::eq(self, other);
        pulp::Arch::new().dispatch(|| {
            for row in (0..k).step_by(SIDE) {
                for col in (if same { row } else { 0 }..k).step_by(SIDE) {
                    let tile = tile(self.tile(row), other.tile(col));
                    for (i, line) in tile.iter().enumerate().take(k - row) {
                        for (j, sum) in line.iter().enumerate().take(k - col) {
                            sums[(row + i) * k + col + j] += sum;
                        }
                    }
                }
            }
        });
    }
}

/// The sums of products of three columns with three.
#[inline(always)]
fn tile(left: [&[f64]; SIDE], right: [&[f64]; SIDE]) -> [[f64; SIDE]; SIDE] {
    let mut sums = [[[0.0; LANES]; SIDE]; SIDE];
    let [l0, l1, l2] = left.map(|column| column.as_chunks::<LANES>().0);
    let [r0, r1, r2] = right.map(|column| column.as_chunks::<LANES>().0);
    let rights = r0.iter().zip(r1).zip(r2);
    for (((a0, a1), a2), ((b0, b1), b2)) in l0.iter().zip(l1).zip(l2).zip(rights) {
        for (i, a) in [a0, a1, a2].into_iter().enumerate() {
            for (j, b) in [b0, b1, b2].into_iter().enumerate() {
                for lane in 0..LANES {
                    sums[i][j][lane] = a[lane].mul_add(b[lane], sums[i][j][lane]);
                }
            }
        }
    }
    sums.map(|line| line.map(|lanes| (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_is_multiplied_whatever_the_size() {
        for (k, n) in [(1, 1), (2, 5), (4, 8), (7, 13)] {
            let value = |col: usize, row: usize| ((col * 31 + row * 17) % 23) as f64 - 11.0;
            let mut block = Block::new(k, n);
            for col in 0..k {
                (0..n).for_each(|row| block.column(col)[row] = value(col, row));
            }
            let mut sums = vec![0.0; k * k];
            block.products(&block, &mut sums);
            for i in 0..k {
                for j in i..k {
                    let want: f64 = (0..n).map(|row| value(i, row) * value(j, row)).sum();
                    assert_eq!(sums[i * k + j], want, "{k} {n} {i} {j}");
                }
            }
        }
    }
}
