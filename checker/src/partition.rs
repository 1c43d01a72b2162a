//! A share of the work: what one of several machines does, so that together they do everything once.

use std::fmt;
use std::hash::Hasher;
use std::num::NonZeroU32;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;

/// The k-th of n shares, written `k/n`, with k from 1 to n.
///
/// Which share something belongs to depends on its key and on n alone: the SipHash-1-3 of the key's bytes, with both of
/// SipHash's own keys 0, modulo n. So the shares are the same on every machine and for every version of threadlings;
/// they are about, not exactly, equal in size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Partition {
    share: u32,
    of: NonZeroU32,
}

/// What was given is not a share.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a share such as 2/5: the second of five")]
pub struct NotAShare(String);

impl Partition {
    /// Everything: the only one of one share.
    pub const WHOLE: Self = Partition { share: 1, of: NonZeroU32::MIN };

    /// Which share it is, from 1.
    pub fn share(self) -> u32 {
        self.share
    }

    /// How many shares there are.
    pub fn of(self) -> u32 {
        self.of.get()
    }

    /// Whether what has this key is part of the share.
    pub fn contains(self, key: &str) -> bool {
        let mut hasher = SipHasher13::new();
        hasher.write(key.as_bytes());
        hasher.finish() % u64::from(self.of.get()) == u64::from(self.share - 1)
    }
}

impl FromStr for Partition {
    type Err = NotAShare;

    fn from_str(text: &str) -> Result<Self, NotAShare> {
        let no = || NotAShare(text.to_owned());
        let (share, of) = text.split_once('/').ok_or_else(no)?;
        let (share, of): (NonZeroU32, NonZeroU32) = (share.parse().map_err(|_| no())?, of.parse().map_err(|_| no())?);
        if share <= of { Ok(Partition { share: share.get(), of }) } else { Err(no()) }
    }
}

impl fmt::Display for Partition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.share, self.of)
    }
}

impl TryFrom<String> for Partition {
    type Error = NotAShare;

    fn try_from(text: String) -> Result<Self, NotAShare> {
        text.parse()
    }
}

impl From<Partition> for String {
    fn from(partition: Partition) -> String {
        partition.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(text: &str) -> Partition {
        text.parse().unwrap()
    }

    #[test]
    fn a_share_is_read_as_it_is_written() {
        for text in ["1/1", "2/5", "4294967295/4294967295"] {
            assert_eq!(share(text).to_string(), text);
        }
        for text in ["", "1", "/", "0/3", "4/3", "1/0", "-1/2", "1/2/3", " 1/2", "one/two", "1/4294967296"] {
            assert_eq!(text.parse::<Partition>(), Err(NotAShare(text.into())));
        }
        assert_eq!(serde_json::to_string(&share("2/5")).unwrap(), "\"2/5\"");
        assert_eq!(serde_json::from_str::<Partition>("\"2/5\"").unwrap(), share("2/5"));
        assert!(serde_json::from_str::<Partition>("\"5/2\"").is_err());
    }

    #[test]
    fn shares_are_disjoint_and_together_everything() {
        let keys: Vec<String> = (0..1000).map(|number| format!("students/{number:03}/mutex_counter")).collect();
        for of in [1, 2, 3, 8, 17] {
            let shares: Vec<Partition> = (1..=of).map(|k| share(&format!("{k}/{of}"))).collect();
            for key in &keys {
                assert_eq!(shares.iter().filter(|share| share.contains(key)).count(), 1, "{key} of {of}");
            }
            for share in shares {
                let size = keys.iter().filter(|key| share.contains(key)).count();
                assert!((700..1300).contains(&(size * of)), "{share} has {size} of 1000");
            }
        }
        assert!(keys.iter().all(|key| Partition::WHOLE.contains(key)));
    }

    /// Reports of last year's shares must still fit together: if this fails, the hash has changed.
    #[test]
    fn what_is_where_never_changes() {
        let place = |key: &str| (1..=1000).find(|k| share(&format!("{k}/1000")).contains(key)).unwrap();
        assert_eq!(["", "a", "solutions/01_threads/spawn_and_join.rs", "žluťoučký"].map(place), [141, 20, 742, 421]);
    }
}
