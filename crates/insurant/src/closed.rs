//! Closed enumerations: the words of the field, each written once.

/// Defines an enumeration whose members each have one word, the same in JSON, CSV and rules.
macro_rules! closed {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $member:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $name { $($(#[$doc])* $member,)+ }

        impl $name {
            /// Every member, in order.
            pub const ALL: &'static [Self] = &[$(Self::$member,)+];
            /// Every word, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// The word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$member => $word,)+ }
            }

            /// The member of a word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$member),)+ _ => None }
            }

            /// The position among the members.
            #[must_use]
            pub const fn position(self) -> i64 {
                self as i64
            }
        }

        impl $crate::closed::Closed for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn word(self) -> &'static str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

/// A closed enumeration, for code that works on any of them.
pub trait Closed: Copy + Eq + std::fmt::Debug + 'static {
    /// Every member, in order.
    const ALL: &'static [Self];

    /// The word of a member.
    fn word(self) -> &'static str;
}

pub(crate) use closed;
