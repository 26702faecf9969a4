//! The shared library says which interface it has: hosts are linked with `libinsurant.so.1`.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    if target == "linux" || target == "android" {
        // The same number as INSURANT_ABI_VERSION, which a test compares.
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libinsurant.so.1");
    }
}
