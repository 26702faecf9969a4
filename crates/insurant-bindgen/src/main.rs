//! Writes bindings from the built library: the generator is of the very version that the library
//! was built with. No other package turns on `uniffi/cli`, so that none of it is in the library.

fn main() {
    uniffi::uniffi_bindgen_main();
}
