//! The attribute that makes a function an export of the C library.
//!
//! An attribute, since cbindgen reads the source and sees no function that a macro by example
//! writes; and a macro at all, since a guard that is put in by hand is forgotten one day.

use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

/// Puts the body of a function behind the panic guard of the C library.
///
/// The body is that of a closure which returns `Result<(), Fault>`; the function returns the
/// status. `#[export(err)]` names the parameter that takes the details; without it there are none.
///
/// ```text
/// #[export(err)]
/// #[unsafe(no_mangle)]
/// pub unsafe extern "C" fn insurant_engine_new(
///     out: *mut *mut InsurantEngine,
///     err: *mut *mut InsurantError,
/// ) -> InsurantStatus { ... Ok(()) }
/// ```
#[proc_macro_attribute]
pub fn export(error: TokenStream, function: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = function.into_iter().collect();
    let body = match tokens.pop() {
        Some(TokenTree::Group(body)) if body.delimiter() == Delimiter::Brace => body,
        other => {
            // Not a function with a body: the compiler says it better than this could.
            tokens.extend(other);
            return tokens.into_iter().collect();
        }
    };
    let error: TokenStream = if error.is_empty() {
        parsed("::core::ptr::null_mut()")
    } else {
        error
    };
    let mut closure = parsed("move || -> ::core::result::Result<(), crate::fault::Fault>");
    closure.extend([TokenTree::Group(body)]);
    let mut arguments = error;
    arguments.extend(parsed(","));
    arguments.extend(closure);
    let mut guarded = parsed("crate::guard::guard");
    guarded.extend([TokenTree::Group(Group::new(
        Delimiter::Parenthesis,
        arguments,
    ))]);
    tokens.push(TokenTree::Group(Group::new(Delimiter::Brace, guarded)));
    tokens.into_iter().collect()
}

/// Tokens of a text that is always the same.
fn parsed(text: &str) -> TokenStream {
    // An empty stream would not compile where it is used, so that a slip here cannot hide.
    text.parse().unwrap_or_default()
}
