//! What the clouds of a mixture have in common.

/// The fourteen models of covariances λ·D·A·Dᵀ: volume λ, shape A, direction D, each equal (E), varying (V) or that of a ball
/// or of the axes (I), in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the letters are explained above, all at once")]
pub enum Model {
    EII,
    VII,
    EEI,
    VEI,
    EVI,
    VVI,
    EEE,
    VEE,
    EVE,
    VVE,
    EEV,
    VEV,
    EVV,
    VVV,
}

impl Model {
    /// All of them, the plainest first.
    pub const ALL: [Model; 14] = {
        use Model::*;
        [EII, VII, EEI, VEI, EVI, VVI, EEE, VEE, EVE, VVE, EEV, VEV, EVV, VVV]
    };

    /// Its three letters.
    pub fn name(self) -> &'static str {
        use Model::*;
        match self {
            EII => "EII",
            VII => "VII",
            EEI => "EEI",
            VEI => "VEI",
            EVI => "EVI",
            VVI => "VVI",
            EEE => "EEE",
            VEE => "VEE",
            EVE => "EVE",
            VVE => "VVE",
            EEV => "EEV",
            VEV => "VEV",
            EVV => "EVV",
            VVV => "VVV",
        }
    }

    /// How many figures a mixture of `k` clouds in `d` columns has: shares, centres, covariances.
    pub fn parameters(self, k: usize, d: usize) -> usize {
        use Model::*;
        let turns = d * (d - d.min(1)) / 2;
        let shape = d - d.min(1);
        let covariances = match self {
            EII => 1,
            VII => k,
            EEI => 1 + shape,
            VEI => k + shape,
            EVI => 1 + k * shape,
            VVI => k + k * shape,
            EEE => 1 + shape + turns,
            VEE => k + shape + turns,
            EVE => 1 + k * shape + turns,
            VVE => k + k * shape + turns,
            EEV => 1 + shape + k * turns,
            VEV => k + shape + k * turns,
            EVV => 1 + k * shape + k * turns,
            VVV => k + k * shape + k * turns,
        };
        k.saturating_sub(1) + k * d + covariances
    }
}
