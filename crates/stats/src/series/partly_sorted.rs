//! The two middle values as the STL program finds them.
//!
//! Cleveland's program asks Singleton's partial sort (1969, Algorithm 347) for the places n/2 + 1 and n − n/2, in this order, though
//! the sort wants them ascending. Of an even number of values the second is therefore at times not the one that a full sort
//! would put there. The weights of robust fitting in every STL that descends from that program, R's with them, rest on this; so
//! does ours, or its answers would differ from the third digit on.

/// The values that the sort leaves at the places n/2 + 1 and n − n/2.
pub(super) fn middle_two(values: &[f64]) -> (f64, f64) {
    let n = values.len();
    let places = [n / 2 + 1, n - n / 2];
    let mut a = values.to_vec();
    if a.iter().all(|x| x.is_finite()) {
        sort(&mut a, places);
    } else {
        a.sort_unstable_by(f64::total_cmp);
    }
    (a[places[0] - 1], a[places[1] - 1])
}

/// A stretch to be sorted, and which of the places it is for.
#[derive(Clone, Copy)]
struct Part {
    from: usize,
    to: usize,
    first: usize,
    last: usize,
}

fn sort(a: &mut [f64], places: [usize; 2]) {
    let mut waiting = vec![Part { from: 1, to: a.len(), first: 1, last: 2 }];
    while let Some(mut part) = waiting.pop() {
        if part.first > part.last {
            continue;
        }
        // Short stretches are sorted by insertion; the first of all has nothing before it to stop at.
        while part.to - part.from > 10 || (part.from == 1 && part.from < part.to) {
            let (left, right) = split(a, part.from, part.to);
            let mut other = part;
            if left - part.from <= part.to - right {
                (other.from, part.to) = (right, left);
                while part.first <= part.last && places[part.last - 1] > part.to {
                    part.last -= 1;
                }
                if part.first <= part.last {
                    other.first = part.last + 1;
                }
            } else {
                (other.to, part.from) = (left, right);
                while part.first <= part.last && places[part.first - 1] < part.from {
                    part.first += 1;
                }
                if part.first <= part.last {
                    other.last = part.first - 1;
                }
            }
            waiting.push(other);
            if part.first > part.last {
                break;
            }
        }
        if part.first <= part.last && part.from > 1 {
            insert(a, part.from, part.to);
        }
    }
}

/// Puts what is not above the middle value to the left; gives the left one's end and the right one's start. Places count from 1.
fn split(a: &mut [f64], from: usize, to: usize) -> (usize, usize) {
    let (i, j, middle) = (from - 1, to - 1, (from + to) / 2 - 1);
    if a[i] > a[middle] {
        a.swap(i, middle);
    }
    if a[j] < a[middle] {
        a.swap(j, middle);
        if a[i] > a[middle] {
            a.swap(i, middle);
        }
    }
    let t = a[middle];
    let (mut k, mut l) = (i, j);
    loop {
        l -= 1;
        while a[l] > t {
            l -= 1;
        }
        k += 1;
        while a[k] < t {
            k += 1;
        }
        if k > l {
            return (l + 1, k + 1);
        }
        a.swap(k, l);
    }
}

fn insert(a: &mut [f64], from: usize, to: usize) {
    for next in from..to {
        let mut at = next;
        while at > 0 && a[at - 1] > a[at] {
            a.swap(at - 1, at);
            at -= 1;
        }
    }
}
